import { type Random, Zipf } from './random';

type Words = [string, ...string[]];
const list = (words: string) => words.split(' ') as Words;

const given = new Zipf(
  list(
    'Wei Jun Yang Li Xin Hao Yu Jing Min David Michael Anna Maria John Daniel Sara Thomas Alexander José Ivan Ahmed Mohammed Fatima Priya Rahul Yuki Haruto Sofia Elena Lukas Émile Zoë Søren Björn Ngọc Siobhán Łukasz Çağla Oluwaseun Amara Chiara Dariusz Elif Tariq Noor Katarzyna Rafael Umut Yael Hana',
  ),
);
const family = new Zipf(
  list(
    'Wang Zhang Li Liu Chen Yang Zhao Wu Zhou Xu Sun Ma Zhu Kim Lee Park Singh Kumar Sharma Nguyen Smith Johnson Müller Schmidt García Martínez Rossi Silva Santos Ivanov Petrov Nakamura Tanaka Suzuki Okafor Mwangi Şahin Yılmaz Novák Kowalski Lindqvist Eriksen Jansen O’Connor van-der-Berg Dubois Lefèvre Haddad Rahman Abe Brandt Vasquez Qureshi Huang Fischer',
  ),
);
const otherScripts: [string, ...string[]] = [
  '王小明',
  '李娜',
  '张伟',
  '山田太郎',
  '佐藤花子',
  '김민수',
  'محمد الأحمد',
  'ليلى حسن',
  'Иван Петров',
  'Ольга Смирнова',
];
const organizations = new Zipf(
  list(
    'Northlight Meridian Tsinling Hafen OpenLoom Kestrel Arago Borealis Calyx Dovetail Estuary Foxglove Gantry Heron Isthmus Juniper Kiln Larkspur Mistral-Bay Nimbus Osprey Palisade Quarry Rookery Saltmarsh Tern Umbra Vellum Wharf Xylem Yarrow Zephyr 清原 Заря الواحة',
  ).flatMap((name) => [`${name} Lab`, `${name} University`, `${name} AI`]) as Words,
);
const users = new Zipf(
  list('nightowl7 amara-reads taurus jun-k papermill elif-y qing42 hanak lia-b vortexlab zoe-z'),
);

/** A person's name; one in twenty is in another script than the Latin one. */
export function person(random: Random): string {
  if (random.chance(0.05)) return random.pick(otherScripts);
  return `${given.pick(random)} ${family.pick(random)}`;
}

/** How many authors a paper has: 7 in the middle, and rarely a whole collaboration of up to 546. */
export function authorCount(random: Random): number {
  if (random.chance(0.001)) return random.between(100, 546);
  return Math.min(99, Math.max(1, Math.round(random.skewed(7, 0.65))));
}

/** An organisation. */
export function organization(random: Random): string {
  return organizations.pick(random);
}

/** A user name of whoever put a paper on the list. */
export function user(random: Random): string {
  return users.pick(random);
}
