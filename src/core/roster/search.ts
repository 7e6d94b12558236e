import { searchKey } from '../base/text.ts';

/**
 * Abbreviations of union offices and company registers (docs/union-reports.md §1.4), as search keys. One abbreviation may
 * stand for several phrases: nobody knows which CĐ is meant, so it is found by each.
 */
const abbreviations: readonly (readonly [short: string, long: string])[] = [
  ['tld', 'tong lien doan lao dong viet nam'],
  ['tld', 'tong lien doan'],
  ['ldld', 'lien doan lao dong'],
  ['cdcttt', 'cong doan cap tren truc tiep'],
  ['cdcs', 'cong doan co so'],
  ['ndcs', 'nghiep doan co so'],
  ['nd', 'nghiep doan'],
  ['cdn', 'cong doan nganh'],
  ['cdvc', 'cong doan vien chuc'],
  ['cdbp', 'cong doan bo phan'],
  ['cd', 'cong doan'],
  ['cd', 'cao dang'],
  ['kcnc', 'khu cong nghe cao'],
  ['kcn', 'khu cong nghiep'],
  ['kcx', 'khu che xuat'],
  ['kkt', 'khu kinh te'],
  ['ccn', 'cum cong nghiep'],
  ['tct', 'tong cong ty'],
  ['cty', 'cong ty'],
  ['ct', 'cong ty'],
  ['tnhh', 'trach nhiem huu han'],
  ['mtv', 'mot thanh vien'],
  ['cp', 'co phan'],
  ['dntn', 'doanh nghiep tu nhan'],
  ['dn', 'doanh nghiep'],
  ['htx', 'hop tac xa'],
  ['xn', 'xi nghiep'],
  ['cn', 'chi nhanh'],
  ['cn', 'cong nghiep'],
  ['sx', 'san xuat'],
  ['tm', 'thuong mai'],
  ['dv', 'dich vu'],
  ['xd', 'xay dung'],
  ['xnk', 'xuat nhap khau'],
  ['vn', 'viet nam'],
  ['tphcm', 'thanh pho ho chi minh'],
  ['hcm', 'ho chi minh'],
  ['tp', 'thanh pho'],
  ['tx', 'thi xa'],
  ['tt', 'thi tran'],
  ['bv', 'benh vien'],
  ['th', 'tieu hoc'],
  ['thcs', 'trung hoc co so'],
  ['thpt', 'trung hoc pho thong'],
  ['mn', 'mam non'],
];

const shortOf: readonly (readonly [long: string, short: string])[] = abbreviations
  .map(([short, long]) => [` ${long} `, ` ${short} `] as const)
  .sort(([a], [b]) => b.length - a.length);

const longOf = new Map<string, string[]>();
for (const [short, long] of abbreviations) longOf.set(short, [...(longOf.get(short) ?? []), long]);

/**
 * Everything that a union may be looked for by, as search keys: its code, its names as they are, and then the words
 * that its names have with abbreviations written out and with long phrases abbreviated.
 */
export function searchText(code: string, names: readonly string[]): string {
  const keys = names.map(searchKey);
  const words = new Set(keys.flatMap((key) => key.split(' ')));
  const also = keys.flatMap((key) => [
    ...key.split(' ').flatMap((word) => longOf.get(word) ?? []),
    shortOf.reduce((text, [long, short]) => text.replaceAll(long, short), ` ${key} `),
  ]);
  const more = new Set(also.flatMap((text) => text.split(' ')).filter((word) => word !== '' && !words.has(word)));
  return [searchKey(code), ...keys, [...more].join(' ')].join(' | ');
}

/** The words of a search, each of which must begin some word of what is found. At most eight. */
export const searchWords = (text: string): string[] => searchKey(text).split(' ').filter(Boolean).slice(0, 8);
