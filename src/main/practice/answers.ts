import type { CodeRecord, MethodRecord } from './records.ts';
import { codePicture } from './picture.ts';
import type { Variant } from './variants.ts';

type Json = Record<string, unknown>;

/** The secret of a fresh code: exists only while its answer is being made. */
export interface FreshSecret {
  readonly payload: string;
}

/** Writes the entities of the family in the variant's spelling. */
export class AnswerWriter {
  readonly #variant: Variant;

  constructor(variant: Variant) {
    this.#variant = variant;
  }

  method(method: MethodRecord, fresh: FreshSecret | null, pin: string | null): Json {
    const { methodDate, usable } = this.#variant;
    const body: Json = { id: this.#id(method.id) };
    if (methodDate === 'createdDateTime') body['createdDateTime'] = this.#date(method.createdMs);
    if (methodDate === 'lastUsedDateTime') body['lastUsedDateTime'] = this.#variant.never;
    if (usable === 'false-without-reason')
      Object.assign(body, { isUsable: false, methodUsabilityReason: null });
    body['standardQRCode'] = method.standard === null ? null : this.code(method.standard, fresh);
    body['temporaryQRCode'] = method.temporary === null ? null : this.code(method.temporary, null);
    body['pin'] = this.pin(method, pin);
    return this.#typed('qrCodePinAuthenticationMethod', body);
  }

  code(code: CodeRecord, fresh: FreshSecret | null): Json {
    return this.#typed('qrCode', {
      id: this.#id(code.id),
      startDateTime: wholeSeconds(code.startMs),
      expireDateTime: wholeSeconds(code.expireMs),
      createdDateTime: this.#date(code.createdMs),
      lastUsedDateTime: code.lastUsedMs === null ? this.#variant.never : this.#date(code.lastUsedMs),
      image: fresh === null ? null : this.#image(fresh),
    });
  }

  /** A single entity, bare or in the envelope that some pages of the reference show. */
  single(entity: Json): Json {
    return this.#variant.single === 'wrapped' ? { value: entity } : entity;
  }

  pin(method: MethodRecord, disclosed: string | null): Json {
    const { blankPin, forceFlag, pinUpdated } = this.#variant;
    const { pin } = method;
    const untouched = pin.updatedMs === pin.createdMs;
    const code = disclosed ?? blankPin;
    return this.#typed('qrPin', {
      id: this.#id(pin.id),
      ...(code === undefined ? {} : { code }),
      [forceFlag]: pin.mustChange,
      createdDateTime: this.#date(pin.createdMs),
      updatedDateTime: untouched && pinUpdated !== 'as-created' ? pinUpdated : this.#date(pin.updatedMs),
    });
  }

  #image(fresh: FreshSecret): Json {
    return this.#typed('qrCodeImageDetails', {
      binaryValue: codePicture(fresh.payload, this.#variant.picture),
      version: 1,
      errorCorrectionLevel: this.#variant.errorCorrection,
      rawContent: Buffer.from(fresh.payload, 'utf8').toString('base64'),
    });
  }

  #typed(type: string, body: Json): Json {
    const marker = { '@odata.type': `#microsoft.graph.${type}` };
    switch (this.#variant.typeMarker) {
      case 'absent':
        return body;
      case 'first':
        return { ...marker, ...body };
      case 'last':
        return { ...body, ...marker };
    }
  }

  #id(id: string): string {
    return this.#variant.idCase === 'upper' ? id.toUpperCase() : id;
  }

  #date(epochMs: number): string {
    return wholeSeconds(epochMs).replace('Z', `${this.#variant.fraction}Z`);
  }
}

function wholeSeconds(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
