import { describe, expect, it } from 'vitest';
import { deviceKeyOf, knownSchemes, parseAddress } from '../../../src/main/printing/transports/address.ts';

describe('parseAddress', () => {
  it.each([
    ['tcp://10.0.0.5', { kind: 'tcp', host: '10.0.0.5', port: 9100 }],
    ['tcp://10.0.0.5:9101', { kind: 'tcp', host: '10.0.0.5', port: 9101 }],
    ['  tcp://printer.site.example/  ', { kind: 'tcp', host: 'printer.site.example', port: 9100 }],
    ['TCP://Front-Desk:6101', { kind: 'tcp', host: 'front-desk', port: 6101 }],
    ['tcp://[::1]:9100', { kind: 'tcp', host: '::1', port: 9100 }],
    ['tcp://[2001:DB8::7]', { kind: 'tcp', host: '2001:db8::7', port: 9100 }],
    ['tcp://[fe80::1%eth0]', { kind: 'tcp', host: 'fe80::1%eth0', port: 9100 }],
    ['folder:/srv/badges out', { kind: 'folder', path: '/srv/badges out' }],
    ['screen:', { kind: 'screen' }],
  ])('reads %s', (text, address) => {
    expect(parseAddress(text)).toEqual({ ok: true, value: address });
  });

  it.each([
    ['undefined', undefined, 'not-text'],
    ['null', null, 'not-text'],
    ['a number', 9100, 'not-text'],
    ['an object', { host: 'x' }, 'not-text'],
    ['nothing', '', 'empty'],
    ['blanks', '   ', 'empty'],
    ['a very long text', `tcp://${'a'.repeat(5000)}`, 'too-long'],
    ['no scheme', '10.0.0.5:9100', 'scheme-unknown'],
    ['a bare host', 'printer', 'no-scheme'],
    ['a colon first', '://host', 'no-scheme'],
    ['another scheme', 'http://10.0.0.5', 'scheme-unknown'],
    ['the name of a method', 'constructor:x', 'scheme-unknown'],
    ['one slash', 'tcp:/10.0.0.5', 'two-slashes-missing'],
    ['no host', 'tcp://', 'host-missing'],
    ['a port alone', 'tcp://:9100', 'host-missing'],
    ['a user', 'tcp://me@host', 'host-malformed'],
    ['a path', 'tcp://host/queue', 'host-malformed'],
    ['a query', 'tcp://host?x=1', 'host-malformed'],
    ['IPv6 without brackets', 'tcp://::1', 'host-malformed'],
    ['brackets around no IPv6', 'tcp://[host]', 'host-malformed'],
    ['an IPv4 address cut short', 'tcp://10.0.5', 'host-malformed'],
    ['an IPv4 address too large', 'tcp://10.0.0.256', 'host-malformed'],
    ['a blank inside', 'tcp://front desk', 'host-malformed'],
    ['a label that begins with a dash', 'tcp://-host', 'host-malformed'],
    ['a label too long', `tcp://${'a'.repeat(64)}`, 'host-malformed'],
    ['a line break', 'tcp://host\n', 'ok'],
    ['a line break inside', 'tcp://ho\nst', 'control-character'],
    ['a zero byte', 'folder:/tmp/\0', 'control-character'],
    ['port 0', 'tcp://host:0', 'port-out-of-range'],
    ['a port too large', 'tcp://host:65536', 'port-out-of-range'],
    ['an empty port', 'tcp://host:', 'port-out-of-range'],
    ['a port in hexadecimal', 'tcp://host:0x10', 'port-out-of-range'],
    ['a negative port', 'tcp://host:-1', 'port-out-of-range'],
    ['a folder that is not absolute', 'folder:out', 'folder-not-absolute'],
    ['a folder without a name', 'folder:', 'folder-not-absolute'],
    ['text after the screen', 'screen:2', 'text-after-address'],
  ])('%s', (_what, raw, why) => {
    const answer = parseAddress(raw);
    if (why === 'ok') return expect(answer.ok).toBe(true);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'address-invalid', facts: { why } } });
  });

  it('names the schemes it knows and never repeats the address', () => {
    const answer = parseAddress('secret-queue:alice@10.9.8.7');
    expect(JSON.stringify(answer)).not.toMatch(/alice|10\.9\.8\.7|secret/);
    expect(answer).toMatchObject({ failure: { facts: { known: knownSchemes.join(', ') } } });
  });
});

describe('deviceKeyOf', () => {
  it('is the same for two ways to write one device', () => {
    const key = (text: string): string | null => {
      const address = parseAddress(text);
      return address.ok ? deviceKeyOf(address.value) : null;
    };
    expect(key('tcp://Front-Desk')).toBe(key(' TCP://front-desk:9100/'));
    expect(key('tcp://front-desk')).not.toBe(key('tcp://front-desk:9101'));
  });
});
