import type { PrinterView } from '../../../../shared/printing/printer.ts';
import { type QueueAdvice, queueAdvices } from '../../../../shared/printing/queue-advice.ts';
import { useWords } from '../../text/use-words.tsx';
import { Message } from '../../components/message.tsx';

interface QueueAdviceProps {
  readonly printers: readonly Pick<PrinterView, 'name' | 'advice'>[];
  /** For the desk: leaves out what is only not known, and names the printers. */
  readonly brief?: boolean;
}

/** What should be changed about the queues behind these printers, each once, with what it means and what to do. */
export function QueueAdviceMessages({ printers, brief = false }: QueueAdviceProps) {
  const { text, format } = useWords();
  return adviceOf(printers, brief).map(({ advice, names }) => (
    <Message
      key={advice}
      text={text.queueAdvice[advice]}
      tone={advice === 'keeping-unknown' ? 'info' : 'warning'}
      // Only this happens at a moment; the others are how the computer is set up.
      isNews={advice === 'left-behind'}
    >
      {brief ? <bdi>{text.queue.printer(format.list(names))}</bdi> : undefined}
    </Message>
  ));
}

/** Each piece of advice with the names of the printers it is about; the gravest first. */
export function adviceOf(
  printers: QueueAdviceProps['printers'],
  brief: boolean,
): readonly { readonly advice: QueueAdvice; readonly names: readonly string[] }[] {
  return queueAdvices
    .filter((advice) => !(brief && advice === 'keeping-unknown'))
    .map((advice) => ({
      advice,
      names: printers.filter((printer) => printer.advice.includes(advice)).map(({ name }) => name),
    }))
    .filter(({ names }) => names.length > 0);
}
