import type { HowTexts } from "../how-texts.ts"

export const how: HowTexts = {
  title: "Bunu nereden bileceğim?",
  lead: "Sözümüze inanmak zorunda değilsiniz. Burada yanıtınızın adınız olmadan nasıl içeri girdiği ve bu tarayıcının size bundan neyi gösterebileceği anlatılıyor.",
  steps: [
    {
      title: "Karbon kâğıtlı zarfta bir pusula",
      text: "Tarayıcınız, boş bir pusulaya yazar gibi uzun bir rastgele sayı çeker: oy anahtarı. Pusulayı içi karbon kâğıdıyla kaplı bir zarfa koyar ve zarfı kapatır.",
    },
    {
      title: "Zarf damgalanır",
      text: "Zarfı bağlantınızla birlikte verirsiniz. Sunucu davetli olduğunuzu ve bağlantınızın kullanılmadığını görür, zarfın dışını damgalar. Damga içerideki pusulaya geçer. Sunucu pusulayı hiç görmez.",
    },
    {
      title: "Pusula damgalı olarak çıkar",
      text: "Tarayıcınız zarfı açar ve atar. Pusulada artık gerçek bir damga vardır; grubunuzdaki öbür pusulalarınkiyle aynıdır. Hangi zarfta olduğunu kimse söyleyemez.",
    },
    {
      title: "Pusula ve kilitli kutu sandığa girer",
      text: "Yanıtlarınız kilitli bir kutudadır. Kutu ve pusula, bağlantınız olmadan birlikte girer. Damga davetli birinin yanıt verdiğini gösterir; kim olduğunu göstermez.",
    },
  ],
  requests: {
    title: "Bu tarayıcının gönderdikleri",
    before:
      "Bu tarayıcıdan henüz hiçbir şey gönderilmedi. Gönderdikten sonra gerçek baytlar kısaltılmış olarak burada durur.",
    after:
      "Bunlar bu tarayıcının gönderdiği gerçek baytlardır, kısaltılmış olarak. Bağlantınız yalnızca bir yanda durur.",
    withLink: "Önce, bağlantınızla",
    withoutLink: "Sonra, bağlantınız olmadan",
    labels: {
      link: "Bağlantınız",
      blinded: "Kapalı zarf",
      group: "Grubunuzun numarası",
      ballotKey: "Pusula: oy anahtarı",
      credential: "Damga",
      sealed: (bytes) => `Kilitli kutu: yanıtlarınız, ${bytes} bayt, herkesinki kadar`,
      signature: "Oy anahtarının imzası",
    },
    nothingShared: "Bu tarayıcı baktı: birinci istekteki hiçbir şey ikincisinde geçmiyor.",
    forgotten:
      "Bu tarayıcı baktı: bağlantınız ikinci istekte geçmiyor. Kapalı zarfı çoktan unuttu; böylece burada saklanan hiçbir şey hangi zarfın hangi damgaya ait olduğunu söylemez.",
    shared: "Birinci istekteki bir şey ikincisinde geçiyor. Bu olmamalı. Lütfen iş arkadaşlarınıza söyleyin.",
  },
  terms: {
    title: "Sözcüklerin anlamı",
    entries: [
      {
        term: "Mühürlü",
        text: "Yalnızca anketin anahtarıyla açılacak biçimde şifrelenmiş. Anahtar bir kez, kapanıştan sonra, bütün yanıtlar için birlikte kullanılır.",
      },
      {
        term: "Kör imza",
        text: "Karbon kâğıdından geçen damga: imzalayanın görmediği bir şeyin üzerindeki imza.",
      },
      {
        term: "Oy anahtarı",
        text: "Yalnızca bu tarayıcıda olan bir sayı. Elinde olan, oyu kapanışa kadar değiştirebilir ya da geri çekebilir.",
      },
      {
        term: "Grubunuz",
        text: "Birlikte sayılan kişiler. Bir grubun bütün pusulaları aynı damgayı taşır.",
      },
      {
        term: "Altı sözcük",
        text: "Bütün sözün parmak izi: tarihler, gruplar, anahtarlar, sorular ve bu sayfanın parmak izi. Başka sözcükler başka bir söz demektir.",
      },
      {
        term: "Makbuz",
        text: "Kilitli kutunuzdaki rastgele bir sayı. Kapanıştan sonra bütün makbuzlar alfabe sırasıyla yayımlanır. Sizinki aralarındaysa yanıtınız açılmış ve sayılmıştır. Ne yanıt verdiğinizi kimseye söylemez.",
      },
    ],
  },
  kept: { title: "Bu tarayıcıda kalanlar" },
  fingerprint: {
    title: "Bu, söz verilen sayfa mı?",
    text: "Söz, bu sayfanın bütün programlarıyla birlikte parmak izini içerir. Bu tarayıcı onları bir kez daha alıp karşılaştırabilir. Ama sizi aldatan bir sayfa burada da aldatabilir: karşılaştırma en çok, başka biri başka bir programla yaptığında değerlidir.",
    button: "Bu sayfayı karşılaştır",
    busy: "Karşılaştırılıyor …",
    fits: "Parmak izleri aynı: bu, söz verilen sayfadır.",
    differs:
      "Parmak izleri farklı: bu, anket başlarken söz verilen sayfa değil. Yeni bir sürüm gibi zararsız bir nedeni olabilir. Lütfen yanıt vermeden önce sunucuyu işletene sorun.",
    none: "Bu anketin sözü sayfa için bir parmak izi belirtmiyor.",
    unreachable: "Dosyalar alınamadı. Lütfen bağlantınızı denetleyip yeniden deneyin.",
  },
  receipt: {
    title: "Yanıtım sayıldı mı?",
    text: "Kapanıştan sonra bu tarayıcı bütün makbuzların listesini bağlantınız olmadan alır ve sizinkini içinde arar. Sunucu hangisini aradığınızı öğrenmez.",
    none: "Bu tarayıcıda makbuz yok. Sakladığınız bir makbuzu girebilirsiniz.",
    save: "Makbuzu metin olarak sakla",
    file: "Mühürlü yanıtımın makbuzu. Ne yanıt verdiğimi kimseye söylemez.",
    label: "Makbuz",
    malformed: "Bir makbuz 22 harf ve rakamdan oluşur. Lütfen girdiğinizi denetleyin.",
    search: "Ara",
    busy: "Aranıyor …",
    found: (all) => `Listede var, toplam ${all} makbuz arasında: bu yanıt açıldı ve sayıldı.`,
    missing: (all) =>
      `Sayılan ${all} makbuz arasında yok. Yanıtınızı geri çektiyseniz bu doğrudur. Çekmediyseniz lütfen iş arkadaşlarınıza ve sizi davet edene söyleyin.`,
    open: "Henüz liste yok. Kapanıştan sonra yayımlanır; çok az kişi yanıt verdiyse liste olmaz.",
    unreachable: "Liste alınamadı. Lütfen bağlantınızı denetleyip yeniden deneyin.",
  },
  back: "Geri",
  survey: {
    title: "Bu anketin verdiği söz",
    lead: "Bu sayfa herkes için aynıdır. Bağlantı istemez ve kim olduğunuzu bilmez.",
    state: "Durum",
    states: { open: "Henüz makbuz listesi yok: açık ya da çok az yanıtla kapandı", closed: "Kapandı" },
    closes: "Planlanan kapanış",
    groups: "Gruplar",
    fingerprint: "Sözün parmak izi",
    key: "Yanıtları açan anahtar kimde",
    byServer: "Kapanışa kadar sunucuda, veritabanının dışında",
    byTrustees: (names) => `${names}: ikisi birlikte; sunucuda hiçbir zaman bulunmaz`,
    readers: "Yorumları tek tek okuyanlar",
    nobody: "Hiç kimse",
    receipts: "Sayılan yanıtlar",
    unknown: {
      title: "Burada böyle bir anket yok",
      text: "Adres kopyalanırken kesilmiş olabilir ya da anket henüz başlamamıştır.",
    },
  },
}
