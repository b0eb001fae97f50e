import type { WorksCouncilFacts, WorksCouncilPage } from "../facts.ts"
import { languagesIn, listed, namesIn } from "../lists.ts"
import { number } from "../locale.ts"
import { oneLine } from "../names.ts"
import { page } from "./page.ts"
import { closing, days, minutes, moment, organizationName, people, surveyName } from "./words.ts"

export function worksCouncil(facts: WorksCouncilFacts): WorksCouncilPage {
  const {
    k,
    direction = true,
    recognition = true,
    reviewers: readers = [],
    ownWords = true,
    invited,
    departments,
    layers,
    reminders,
  } = facts
  const survey = `“${surveyName(facts.survey)}”`
  const group = people(k)
  const words = people(Math.max(k, 10))
  const opens = facts.opensAt === null ? "başlatıldığında" : moment(facts.opensAt, facts.timeZone)
  const everybody = departments === null && layers === null
  const reminded = listed(reminders.map(days), "tr")
  const { limits } = page.promise({ ...facts, invitedInGroup: k })
  return {
    title: `${survey}: çalışan temsilcileri için bilgiler`,
    sections: [
      {
        title: "Amaç",
        paragraphs: [
          direction
            ? `${organizationName(facts.organization)} misyonunun, vizyonunun ve stratejisinin çeşitli kademelere ne kadar ulaştığını ve yolda nerede kaybolduğunu bilmek istiyor; böylece bunlar orada daha iyi anlatılabilir.`
            : `${organizationName(facts.organization)} aşağıda adı geçen konuların çeşitli kademelerde nasıl görüldüğünü bilmek istiyor; böylece orada iyileştirme yapılabilir.`,
          "Anket, tek tek kişilerin performansını ya da davranışını değerlendirmez.",
        ],
      },
      {
        title: "Kimlere sorulur",
        paragraphs: [
          `${invited === null ? "Henüz kimse içe aktarılmadı." : `Toplam ${people(invited)}.`} ${everybody ? "Kişi dosyasındaki herkes davetlidir." : ""}`.trim(),
          ...(departments === null
            ? []
            : [`Yalnızca şu bölümler: ${listed(departments.map(oneLine), "tr")}.`]),
          ...(layers === null
            ? []
            : [`Örgüt şemasında davet edilen kademe sayısı, en üstten başlayarak: ${number(layers, "tr")}.`]),
          "Katılım isteğe bağlıdır. Kimin yanıt verip kimin vermediği kimseye gösterilmez.",
        ],
      },
      {
        title: "Neler sorulur",
        paragraphs: [
          `En çok ${number(facts.questions, "tr")} soru, yaklaşık ${minutes(facts.minutes ?? 6)}. Her soru boş bırakılabilir.`,
          `Konular: ${listed(facts.topics, "tr")}.`,
          ...(recognition
            ? [
                "Bazı sorularda misyonun ve resmî önceliklerin tanınması istenir. Bunlar da yalnızca gruplar için sayılır.",
              ]
            : []),
          ...(ownWords
            ? [
                "Birkaç soru kişinin kendi sözleriyle yanıtlanabilir. Sayfa, orada kişi adı yazılmamasını ister.",
              ]
            : []),
        ],
      },
      {
        title: "Hangi kişisel veriler işlenir",
        paragraphs: [
          "Hepsi kurumun kendi kurulumunda saklanır. E-postaların kendisi dışında üçüncü kişilere hiçbir şey gönderilmez. Bir yanıtın yanında ad, e-posta adresi, saat ya da cihaz saklanmaz.",
        ],
        rows: {
          head: ["Veri", "Ne için", "Ne kadar süre"],
          body: [
            [
              "Ad, e-posta adresi, yönetici, bölüm ve kişi dosyasında bulunan öbür bilgiler",
              "davet etmek, grupları oluşturmak",
              "kurum sakladığı sürece",
            ],
            [
              "Bir bağlantının kullanılıp kullanılmadığı",
              "tek yanıt kabul etmek, hatırlatma gidecekleri seçmek",
              "kapanışa kadar",
            ],
            ["Grubuyla birlikte mühürlü yanıt", "kapanışa kadar güvenle saklamak", "kapanışa kadar"],
            [
              "Grubuyla birlikte açılmış yanıtlar; adsız, karıştırılmış",
              "sonuçları hesaplamak",
              "kurum anketi sakladığı sürece",
            ],
            ...(ownWords
              ? [
                  [
                    "Kişinin kendi sözleri; öbür yanıtlardan ayrı, karıştırılmış",
                    `en az ${words} yanıt vermiş gruplarda okumak`,
                    "kurum anketi sakladığı sürece; daha az kişi yanıt verirse hiç saklanmaz",
                  ],
                ]
              : []),
            [
              `En az ${group} içeren grupların sonuçları`,
              "göstermek ve konuşmak",
              "kurum anketi sakladığı sürece",
            ],
            [
              "İnsan kaynaklarının, analistlerin ve yöneticilerin hesapları: ad, e-posta adresi, okunmaz hâle getirilmiş parola, rol ve yöneticilerde kurum şemasındaki yeri",
              "oturum açmak, her role yalnızca görebileceğini göstermek",
              "insan kaynakları hesabı kaldırana kadar",
            ],
            [
              "Bir e-posta sunucusunun geri çevirdiği adresler",
              "oraya bir daha yazmamak, hangilerinin düzeltileceğini insan kaynaklarına göstermek",
              "insan kaynakları bir adresin doğru olduğunu söyleyene kadar; yoksa kurum verilerini sakladığı sürece",
            ],
            [
              "Kişilerin son içe aktarmadan önceki hâli",
              "o içe aktarmayı geri almak",
              "sonraki içe aktarmaya veya geri alınana kadar",
            ],
            [
              "Basılacak mektupları kimin, ne zaman, kaç tane aldığı",
              "kodların kimin elinde olduğunu insan kaynaklarındaki herkesin görebilmesi",
              "kurum anketi sakladığı sürece",
            ],
          ],
        },
      },
      {
        title: "Kim neyi görür",
        paragraphs: ["Hiçbir sayfa, dışa aktarım ya da arayüz tek bir kişinin yanıtını göstermez."],
        rows: {
          head: ["Rol", "Gördüğü"],
          body: [
            [
              "İnsan kaynakları",
              `kişi dosyasını ve kimleri davet ettiğini; anket sürerken, 40 kişi ve üzeri grupların %5 adımlarla yuvarlanmış, günde bir kez yenilenen yanıt oranlarını; kapanıştan sonra en az ${group} içeren grupların sonuçlarını`,
            ],
            ["Analist", `kapanıştan sonra en az ${group} içeren grupların sonuçlarını`],
            [
              "Yönetici",
              `yalnızca kendi biriminin ve altındaki birimlerin: anket sürerken insan kaynaklarının gördüğü yuvarlanmış yanıt oranlarını; kapanıştan sonra en az ${group} içeren grupların sonuçlarını`,
            ],
            ["Sunucuyu işleten", "bkz. “Kapsanmayanlar”"],
          ],
        },
      },
      {
        title: "Yanıtlar nasıl mühürlenir ve açılır",
        paragraphs: [
          "Tarayıcı her yanıtı gönderilmeden önce şifreler. Sunucu onu kapalı olarak; ad, saat ve numara olmadan saklar.",
          "Tarayıcı kişisel bağlantıyla yalnızca kör bir imza alır: sunucu okuyamadığı bir şeyi imzalar. Mühürlü yanıtlar bağlantı olmadan gönderilir; saklanan hiçbir şey bir yanıttan bir kişiye götürmez.",
          "Program, ancak kapanıştan sonra bütün yanıtları tek seferde ve karışık sırayla açar; her birinde yeterince kişi yanıt vermiş olana kadar grupları birleştirir. Ondan önce kimseye bir sonuç, geçici olanı bile, gösterilmez.",
          "Planlanan tarihten önceki bir kapanış için insan kaynaklarından ikinci bir kişinin onayı gerekir.",
        ],
      },
      {
        title: "Ne, ne zaman silinir",
        paragraphs: [
          "Kapanışla birlikte: mühürlü yanıtlar, hangi bağlantıların kullanıldığı bilgisi ve yanıtları açan anahtar.",
          "Yanıt verenin tarayıcısında: yanıtlar, gönderildiklerinde; oyun anahtarı ve makbuzu ile hiç gönderilmemiş bir taslak, en geç o tarayıcı planlanan kapanıştan üç aydan uzun süre sonra yeniden böyle bir sayfa açtığında; kişi isterse hemen.",
        ],
      },
      {
        title: "Hatırlatmalar",
        paragraphs: [
          ...(reminders.length === 0
            ? ["Bu anket hatırlatma göndermez."]
            : [
                `Program, yanıt vermemiş olanlara kapanıştan ${reminded} önce hatırlatma gönderir. Onları kendisi seçer ve kimseye bir liste göstermez.`,
                "Herkes e-postadaki bir bağlantıyla hatırlatmaları durdurabilir ve sonrasında yine yanıt verebilir.",
                "Bunun kapsamadığı: e-posta sunucusunu işleten, kime hatırlatma gönderildiğini ve böylece kimin o ana kadar yanıt vermediğini görebilir.",
              ]),
        ],
      },
      {
        title: "Kişilerin değerlendirilmemesi",
        paragraphs: [
          `Tek bir kişi için hiçbir şey hesaplanmaz. Sayısı ${group} altında kalan grupların sonuçları gizlenir; gösterilenler ise rakamlar birbirinden çıkarıldığında da daha küçük bir grup ortaya çıkmayacak biçimde denetlenir.`,
          "Bir alanın sonucu, o alanı yöneten hakkında bir yargı gibi okunabilir. Sonuçların yöneticileri değerlendirmek ya da onlar hakkında karar vermek için kullanılmaması konusunda anlaşmanızı öneririz.",
        ],
      },
      {
        title: "Kapsanmayanlar",
        paragraphs: [
          ...limits.points,
          ...(facts.printedCodes
            ? [
                "Basılı mektuplar yanıt verme hakkını taşır: onları basan ya da dağıtan, onlarla yanıt verebilir. Program, onları kimin ne zaman aldığını not eder.",
              ]
            : []),
          "On kişiden küçük gruplarda uçlara yakın oranlar yalnızca “en az” ya da “en çok” diye verilir. Komşu gruplar böyle bir sınırı daraltabilir, ama hiçbir zaman en küçük grubun altına indiremez.",
        ],
      },
      {
        title: "Değişiklikler",
        paragraphs: [
          "Sorular, davet edilenler, gruplar ve en küçük grup büyüklüğü anket başlarken sabitlenir. Bunları değiştirmek için yeni bir anket gerekir.",
          "Anket sürerken yalnızca kapanış tarihi değişebilir. Yanıt verenler her zaman planlanan tarihi görür.",
        ],
      },
      {
        title: "Ayarlara bir bakış",
        paragraphs: [],
        rows: {
          head: ["Ayar", "Değer"],
          body: [
            ["Anket", surveyName(facts.survey)],
            ["Başlangıç", opens],
            ["Planlanan kapanış", closing(facts)],
            ["Diller", languagesIn(facts.languages, "tr")],
            ["Davet edilen kişi sayısı", invited === null ? "henüz bilinmiyor" : number(invited, "tr")],
            ["Gösterilen en küçük grup", group],
            ["Kişinin kendi sözleri için en küçük grup", ownWords ? words : "böyle soru yok"],
            ...(ownWords
              ? [
                  [
                    "Kişinin kendi sözlerini kim okur",
                    readers.length === 0 ? "hiç kimse" : namesIn(readers, "tr"),
                  ],
                ]
              : []),
            ["Hatırlatmalar", reminders.length === 0 ? "yok" : `kapanıştan ${reminded} önce`],
            ["E-postası olmayanlar için basılı kodlar", facts.printedCodes ? "evet" : "hayır"],
          ],
        },
      },
    ],
  }
}
