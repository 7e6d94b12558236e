import { NativeSelect } from '@mantine/core';
import type { OfficeFormView } from '../../preload/contract.ts';
import { useWords } from '../words/index.ts';

type Way = OfficeFormView['signing'][number];

/** A way of signing that an office wrote itself. */
const OWN = 'own';

/** The ways of signing that fit a union's level, and the one that stands now. */
export function Signing({
  ways,
  authority,
  post,
  onChoose,
}: Way & { readonly ways: readonly Way[]; readonly onChoose: (way: Way) => void }) {
  const { t } = useWords();
  const now = ways.findIndex((way) => way.authority === authority && way.post === post);
  return (
    <NativeSelect
      size="lg"
      label={t('report.form.signing')}
      description={t('report.form.signingHelp')}
      value={now < 0 ? OWN : String(now)}
      data={[
        { value: OWN, label: t('report.form.signingOwn'), disabled: true },
        ...ways.map((way, at) => ({ value: String(at), label: `${way.authority} / ${way.post}` })),
      ]}
      onChange={({ currentTarget }) => {
        const way = ways[Number(currentTarget.value)];
        if (way !== undefined) onChoose(way);
      }}
    />
  );
}
