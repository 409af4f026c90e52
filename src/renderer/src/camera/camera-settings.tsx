import { Field, Select, Switch } from '@fluentui/react-components';
import { useWords } from '../text/use-words.tsx';
import css from './camera-reader.module.css';
import type { CameraChoice } from './stream.ts';

interface CameraSettingsProps {
  readonly cameras: readonly CameraChoice[];
  readonly chosen: string | null;
  readonly onChoose: (cameraId: string) => void;
  readonly isMirrored: boolean;
  readonly onMirrored: (isMirrored: boolean) => void;
}

/** Which camera, where there are several, and whether its picture is shown as in a mirror. */
export function CameraSettings({ cameras, chosen, onChoose, isMirrored, onMirrored }: CameraSettingsProps) {
  const { text, format } = useWords();
  const words = text.camera;
  return (
    <>
      {cameras.length > 1 && (
        <Field label={words.choose} orientation="horizontal" className={css['choose'] ?? ''}>
          <Select value={chosen ?? ''} onChange={(_event, { value }) => onChoose(value)}>
            {cameras.map(({ id, name }, at) => (
              <option key={id} value={id}>
                {name === '' ? words.unnamed(format.count(at + 1).text) : name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {/* Only the picture on screen: a mirrored print is found out from the camera's own picture. */}
      <Switch
        label={words.mirror}
        checked={isMirrored}
        onChange={(_event, { checked }) => onMirrored(checked)}
      />
    </>
  );
}
