/**
 * The people of the practice tenant. All invented. One line each:
 * `name | sign-in name before the @ | site | department | job | employee number | marks`.
 *
 * Marks: `photo`; `disabled`; `guest`; `privileged` (an Authentication Administrator may not touch this person);
 * `renamed` (codes still carry the old sign-in name); `unlicensed`; and what they have: `standard`, `unused`
 * (standard, never used), `expiring` (in days), `expired`, `temporary` (standard and temporary), `forgotten` (standard
 * expired, temporary active), `pin-only` (standard deleted).
 */
const lines = `
Ana Lucía Fernández Ibáñez|ana.fernandez|north|Warehouse|Order picker|104201|photo
Łukasz Żółtowski|lukasz.zoltowski|north|Warehouse|Forklift driver|104202|standard
Ayşe Gül Çağlar|ayse.caglar|north|Packing|Packer|104203|
İbrahim Öztürk|ibrahim.ozturk|north|Warehouse|Team lead|104204|photo,standard
Ελένη Παπαδοπούλου|eleni.papadopoulou|north|Quality|Inspector|104205|
Наталія Шевченко|nataliia.shevchenko|north|Packing|Packer|104206|expiring
فاطمة الزهراء بنعلي|fatima.benali|north|Cleaning|Supervisor|104207|photo
יעל כהן|yael.cohen|north|Quality|Laboratory assistant|104208|
佐藤 健|ken.sato|north|Maintenance|Fitter|104209|unused
王小明|xiaoming.wang|north|Warehouse|Order picker|104210|
Zoë Müller-Lüdenscheidt|zoe.mueller|north|Reception|Receptionist|104211|standard,photo
Jürgen Weiß|juergen.weiss|north|Security|Gate guard|104212|
Søren Kjærgaard|soren.kjaergaard|north|Maintenance|Electrician|104213|expired
Siobhán Ní Dhomhnaill|siobhan.nidhomhnaill|north|Packing|Packer|104214|
Nguyễn Thị Hương|huong.nguyen|north|Packing|Packer|104215|photo
Małgorzata Wiśniewska|malgorzata.wisniewska|north|Warehouse|Order picker|104216|temporary
François Lefèvre|francois.lefevre|north|Logistics|Dispatcher|104217|
Þórdís Guðmundsdóttir|thordis.gudmundsdottir|north|Quality|Inspector|104218|
O'Brien, Patrick|patrick.obrien|north|Security|Gate guard|104219|
Maria da Conceição|maria.conceicao|north|Cleaning|Cleaner|104220|disabled
Grace Oyelaran|grace.oyelaran|north|Administration|Site director|104221|privileged
Renata Nowak-Lis|renata.nowak-lis|north|Warehouse|Order picker|104222|renamed
Björn Åkesson|bjorn.akesson|south|Production|Machine operator|205101|standard
Chloé Dubois-Martínez|chloe.dubois|south|Production|Machine operator|205102|photo
Δημήτρης Οικονόμου|dimitris.oikonomou|south|Production|Shift lead|205103|
Иван Кузнецов|ivan.kuznetsov|south|Maintenance|Mechanic|205104|expiring,photo
Олена Бондаренко|olena.bondarenko|south|Packing|Packer|205105|
محمد الحسن|mohammed.alhassan|south|Production|Machine operator|205106|
נועם לוי|noam.levi|south|Quality|Inspector|205107|photo
田中 美咲|misaki.tanaka|south|Quality|Laboratory assistant|205108|standard
李秀英|xiuying.li|south|Packing|Packer|205109|
Katarzyna Dąbrowska|katarzyna.dabrowska|south|Packing|Packer|205110|unused
Świętosław Gęś|swietoslaw.ges|south|Warehouse|Forklift driver|205111|
Gökçe Şahin|gokce.sahin|south|Production|Apprentice|205112|
Tomáš Dvořák|tomas.dvorak|south|Maintenance|Fitter|205113|photo
Žofie Nováková|zofie.novakova|south|Reception|Receptionist|205114|forgotten
Ștefan Țurcanu|stefan.turcanu|south|Warehouse|Order picker|205115|
Ögmundur Æ. Sigurðsson|ogmundur.sigurdsson|south|Production|Machine operator|205116|
Amélie van den Broek|amelie.vandenbroek|south|Logistics|Dispatcher|205117|expired
Kofi Mensah|kofi.mensah|south|Security|Gate guard|205118|
Aroha Te Whāiti|aroha.tewhaiti|south|Cleaning|Supervisor|205119|photo
Luca D'Angelo|luca.dangelo|south|Production|Machine operator|205120|
Hans-Jörg von und zu Hohenstein-Langenburg|hans-joerg.hohenstein|south|Administration|Planner|205121|
Li Na|na.li|south|Packing|Packer|205122|pin-only
Agnieszka Źdźbło|agnieszka.zdzblo|harbour|Quay|Crane operator|H-3001|standard
Mehmet Yıldız|mehmet.yildiz|harbour|Quay|Lasher|H-3002|
Παναγιώτης Γεωργίου|panagiotis.georgiou|harbour|Quay|Tally clerk|H-3003|photo
Дмитро Ковальчук|dmytro.kovalchuk|harbour|Maintenance|Welder|H-3004|
عائشة المنصوري|aisha.almansoori|harbour|Office|Clerk|H-3005|standard,photo
דוד מזרחי|david.mizrahi|harbour|Security|Gate guard|H-3006|
鈴木 一郎|ichiro.suzuki|harbour|Quay|Crane operator|H-3007|
陳美玲|meiling.chen|harbour|Office|Clerk|H-3008|expiring
Beyoncé Adébáyò|beyonce.adebayo|harbour|Quay|Lasher|H-3009|
Jean-Baptiste Çelik|jean-baptiste.celik|harbour|Maintenance|Electrician|H-3010|
Ingrid Ødegård|ingrid.odegard|harbour|Quay|Tally clerk|H-3011|photo
Lars Straße|lars.strasse|harbour|Security|Gate guard|H-3012|
Ľubica Čižmárová|lubica.cizmarova|harbour|Cleaning|Cleaner|H-3013|
Xosé Núñez|xose.nunez|harbour|Quay|Lasher|H-3014|unlicensed
Tiago Gonçalves Simões|tiago.goncalves|harbour|Quay|Foreman|H-3015|expiring
Robin Guest|robin.guest_partner.example#EXT#|harbour|Partner|Inspector||guest
`;

export const sites = ['north', 'south', 'harbour'] as const;
export type Site = (typeof sites)[number];

export type CredentialMark =
  'standard' | 'unused' | 'expiring' | 'expired' | 'temporary' | 'forgotten' | 'pin-only';

export interface PersonLine {
  readonly name: string;
  readonly upnStart: string;
  readonly site: Site;
  readonly department: string;
  readonly job: string;
  readonly employeeId: string | null;
  readonly marks: ReadonlySet<string>;
}

/** The lines, taken apart. Throws on a line that does not fit: that is a mistake in this file. */
export function readPeopleLines(): readonly PersonLine[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [name, upnStart, siteText, department, job, employeeId, marks] = line.split('|');
      const site = sites.find((known) => known === siteText);
      if (!name || !upnStart || !site || !department || !job) throw new Error(`Bad line: ${line}`);
      return {
        name,
        upnStart,
        site,
        department,
        job,
        employeeId: employeeId ? employeeId : null,
        marks: new Set(marks ? marks.split(',') : []),
      };
    });
}
