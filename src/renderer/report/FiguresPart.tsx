import type { Status } from '../../preload/contract/status.ts';
import type { ReportDesk } from '../../preload/contract.ts';
import { Choices } from './Choices.tsx';
import { Counted } from './Counted.tsx';
import { Coverage } from './Coverage.tsx';
import { Deadline } from './Deadline.tsx';
import { MakeReport } from './MakeReport.tsx';
import css from './Report.module.css';

/** What the report will say, and the draft in a file. */
export function FiguresPart({
  desk,
  status,
  onDone,
}: {
  readonly desk: ReportDesk;
  readonly status: Status;
  readonly onDone: () => void;
}) {
  return (
    <>
      <Deadline desk={desk} />
      <div className={css.columns}>
        <div>
          <Counted desk={desk} status={status} />
        </div>
        <div>
          <MakeReport union={desk.union} />
          <Choices desk={desk} onDone={onDone} />
          <Coverage status={status} />
        </div>
      </div>
    </>
  );
}
