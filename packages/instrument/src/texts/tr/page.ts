import { namesIn } from "../lists.ts"
import type { PageTexts } from "../page-texts.ts"
import { closing, minutes, organizationName, people } from "./words.ts"

export const page: PageTexts = {
  language: "tr",
  direction: "ltr",
  windowTitle: "Yanıtınız, mühürlü",

  promise: ({
    organization,
    invitedInGroup,
    k,
    direction = true,
    ownWords = true,
    reviewers = [],
    trustees = [],
    ...facts
  }) => ({
    title: "Başlamadan önce",
    text: `${organizationName(organization)} ${
      direction
        ? "misyonunun, vizyonunun ve stratejisinin size ne kadar ulaştığını bilmek istiyor."
        : "iş yerinizdeki durumu sizin nasıl gördüğünüzü bilmek istiyor."
    } Yaklaşık ${minutes(facts.minutes ?? 6)} sürer. Dilediğiniz soruyu boş bırakabilirsiniz.`,
    points: [
      {
        title: "Neler saklanır",
        text: "Yanıtlarınız ve birlikte sayıldığınız grup. Bunların yanında ad, e-posta adresi, saat ya da cihaz saklanmaz. Ayrı bir yerde bağlantınızın kullanıldığını not ederiz; böylece herkes bir kez yanıt verir ve sonrasında hatırlatma almaz.",
      },
      {
        title: "Yanıtlarınız bağlantınız olmadan yol alır",
        text: "Bu sayfa bağlantınızla yalnızca bir imza alır; imzalanan şeyi sunucu okuyamaz (kör imza). Mühürlü yanıtlarınız ardından tek başına, bağlantı olmadan gönderilir. Böylece sunucuyu işleten bile saklananlarda bir yanıttan size götüren bir şey bulamaz.",
      },
      {
        title: "Kimlerle birlikte sayılırsınız",
        text: `Grubunuzda sizinle birlikte ${people(invitedInGroup)} davetli. Kapanıştan sonra gruplar, her birinde en az ${people(k)} yanıt vermiş olana kadar birleştirilir.`,
      },
      {
        title: "Kimsenin göremediği",
        text: `Sayısı ${people(k)} altında kalan grupların sonuçları; ne tabloda, ne grafikte, ne de dışa aktarılan dosyada. Toplamda yanıt verenler ${people(k)} altında kalırsa hiçbir şey gösterilmez.`,
      },
      {
        title: "Kapanışa kadar mühürlü",
        text: `Yanıtlarınız gönderilmeden önce bu tarayıcıda mühürlenir (şifrelenir) ve anket kapanana kadar mühürlü saklanır. Planlanan kapanış: ${closing(facts)}; daha erken de kapatılabilir. O zaman bütün yanıtlar karıştırılır ve hep birlikte, tek seferde açılır.${trustees.length === 0 ? "" : ` Anahtar şu kişiler arasında bölünmüştür: ${namesIn(trustees, "tr")}. İkisi gerekir; sunucuda hiçbir zaman bulunmaz.`}`,
      },
      ...(ownWords
        ? [
            {
              title: "Kendi yazdıklarınız",
              text: `Kendi sözleriniz öbür yanıtlarınızdan ayrı ve karıştırılmış olarak, en az ${people(Math.max(k, 10))} yanıt vermiş gruplar içinde saklanır. Toplamda daha az kişi yanıt verirse sözleriniz saklanmaz. ${reviewers.length === 0 ? "Onları kimse tek tek okumaz. " : `Onları okuyanlar: ${namesIn(reviewers, "tr")}. `}Yine de birisi yazış biçiminizi tanıyabilir: adları ve yalnızca sizin bilebileceğiniz şeyleri yazmayın.`,
            },
          ]
        : []),
    ],
    limits: {
      title: "Bunun sizi korumadığı durumlar",
      points: [
        trustees.length === 0
          ? "Sunucuyu işleten, yanıtları açan anahtarı da veritabanının dışında saklar; program onu yalnızca kapanıştan sonra kullanır. Sunucuyu işleten, programı değiştiren ve her isteğin anını ve bağlantısını not eden biri, bir yanıtı bu anahtarla açıp zamanlara bakarak kime ait olduğunu tahmin edebilir. Bu sürüm bunu dışlayamaz."
          : `Anahtarın parçalarını tutanlardan ikisi (${namesIn(trustees, "tr")}) yanıtları kapanıştan önce açabilir. Sunucuyu işleten ve her isteğin anını ve bağlantısını not eden biriyle birlikte, zamanlara bakarak bir yanıtın kime ait olduğunu tahmin edebilirler.`,
        "Kişi listesini hazırlayan, grubunuza uydurma kişiler ekleyip onların yerine yanıt verebilir ve böylece sizin yanıtınızı hesaplayabilir.",
        "Bu sayfanın kendisi de sunucudan gelir; sunucu size iş arkadaşlarınıza gönderdiğinden başka bir program gönderebilir. Altı sözcük, hepinize aynı sözün verilip verilmediğini gösterir. Bu sayfanın söze uyduğunu gösteremez.",
        "Cihazınız, posta kutunuz ya da iş yerindeki ağınız başka programlarca izleniyor olabilir. Örneğin posta kutunuzdaki bir hatırlatma, o ana kadar yanıt vermediğinizi gösterir. Kendi telefonunuz ve kendi bağlantınız bunun bir bölümünü önler.",
      ],
    },
  }),

  comments: "İsteğe bağlıdır. Lütfen kişi adı yazmayın.",
  progress: (at, pages) => `Sayfa ${at} / ${pages}`,
  draftKept:
    "Gönderene kadar yanıtlarınız bu tarayıcıda kalır. Sayfayı kapatıp daha sonra devam edebilirsiniz.",
  nothingAnswered: {
    title: "Henüz hiçbir soru yanıtlanmadı",
    text: "Her soru boş bırakılabilir, ama lütfen göndermeden önce en az birini yanıtlayın.",
  },
  sharedComputer: {
    label: "Bu bilgisayarı başkaları da kullanıyor",
    hint: "O zaman bu tarayıcıda hiçbir şey saklanmaz: tek seferde yanıt verin, sayfa teşekkür edene kadar açık bırakın; yanıtınızı sonra değiştiremez ya da geri çekemezsiniz.",
  },
  buttons: {
    start: "Başla",
    resume: "Kaldığım yerden devam et",
    startOver: "Baştan başla",
    next: "İleri",
    back: "Geri",
    send: "Mühürle ve gönder",
    sendCorrection: "Yeni yanıtı mühürle ve gönder",
    correct: "Yanıtlarımı değiştir",
    retry: "Yeniden gönder",
    reload: "Yeniden dene",
  },
  busy: { loading: "Bağlantınız açılıyor …", sending: "Mühürlenip gönderiliyor …" },

  states: {
    answered: (facts) => ({
      title: "Yanıtınız ulaştı",
      text: `Bu tarayıcıyla yanıt verdiniz. Kapanışa kadar yanıtınızı burada değiştirebilir ya da geri çekebilirsiniz. Planlanan kapanış: ${closing(facts)}. Bu tarayıcı ne yanıt verdiğinizi artık saklamıyor: yeniden yanıt verirsiniz.`,
    }),
    answeredElsewhere: {
      title: "Bu bağlantı zaten kullanıldı",
      text: "Başka bir tarayıcı ya da cihaz onunla yanıt verdi ve her bağlantı için bir yanıt sayılır. Gönderme orada yarıda kaldıysa bağlantıyı orada yeniden açın: devam eder. Yanıtı yalnızca o tarayıcı değiştirebilir ya da geri çekebilir. Yanıt veren siz değilseniz lütfen sizi davet edene bildirin.",
    },
    otherDevice: {
      title: "Başka bir cihazda zaten kullanıldı",
      text: "Siz burada yanıt verirken bağlantınızla başka bir yerden yanıt verildi. Burada girdikleriniz gönderilmedi. Gönderme orada yarıda kaldıysa bağlantıyı orada yeniden açın: devam eder. Yanıtı yalnızca o cihaz değiştirebilir ya da geri çekebilir.",
    },
    expired: {
      title: "Bu bağlantı artık geçerli değil",
      text: "Yerine daha yeni bir bağlantı geçti ya da davet geri çekildi. Lütfen en son e-postadaki bağlantıyı kullanın.",
    },
    unknown: {
      title: "Bu bağlantıyı tanımıyoruz",
      text: "Kopyalanırken kesilmiş olabilir. Lütfen onu doğrudan e-postadan açın ya da bütün olarak yeniden kopyalayın.",
    },
    closed: (facts) => ({
      title: "Bu anket kapandı",
      text: `Planlanan kapanış: ${closing(facts)}. Artık yanıt alınmıyor. Uğradığınız için teşekkürler.`,
    }),
    closedWhileAnswering: {
      title: "Anket az önce kapandı",
      text: "Yanıtınız ulaşmadan kapandı, bu yüzden alınmadı. Sunucuda ondan hiçbir şey yok.",
    },
    offline: {
      title: "Bağlantı yok",
      text: "Yanıtlarınız hâlâ bu tarayıcıda. Bağlantı geri gelince yeniden gönderin; iki kez sayılmaz.",
    },
    retry: {
      title: "Gönderiniz ulaşmadı",
      text: "Sunucu yanıtınızı alamadı. Yanıtınız hâlâ bu tarayıcıda. Lütfen birazdan yeniden gönderin; iki kez sayılmaz.",
    },
    mismatch: {
      title: "Uyuşmayan bir şey var",
      text: "Gelen sorular, anket başlarken söz verilen sorular değil. Hiçbir şey gönderilmedi. Lütfen sizi davet edene bildirin.",
    },
    otherPromise: {
      title: "Bu bağlantıya başka bir söz verildi",
      text: "Bağlantınızla gelen söz, bu ankette herkes için yayımlanan söz değil. Birisi yanıtınızı öbürlerinden ayırt etmeye çalışıyor olabilir. Hiçbir şey gönderilmedi ve bu sayfa daha ileri gitmiyor. Lütfen bunu iş arkadaşlarınıza gösterin ve sizi davet edene bildirin.",
    },
    changedPromise: {
      title: "Söz değişti",
      text: "Bu tarayıcı anketi daha önce açtığında başka bir söz verilmişti. Anket açıkken söz asla değişmemelidir. Hiçbir şey gönderilmedi ve bu sayfa daha ileri gitmiyor. Lütfen bunu iş arkadaşlarınıza gösterin ve sizi davet edene bildirin.",
    },
    forged: {
      title: "İmza, söz verilen imza değil",
      text: "Sunucu, grubunuzun yayımlanan anahtarıyla imzalamadı. Yalnızca size özel bir anahtar yanıtınızı işaretleyebilir. Yanıtınız gönderilmedi ve bu sayfa daha ileri gitmiyor. Lütfen bunu iş arkadaşlarınıza gösterin ve sizi davet edene bildirin.",
    },
    withdrawn: (facts) => ({
      title: "Sizden hiçbir yanıt sayılmıyor",
      text: `Bu tarayıcıyla katılmadığınızı bildirdiniz ya da yanıtlarınızı geri çektiniz. Onların yerinde, öbürleri gibi mühürlü boş bir oy pusulası var ve artık hatırlatma gelmez. Kapanışa kadar burada yine yanıt verebilirsiniz. Planlanan kapanış: ${closing(facts)}.`,
    }),
    invalid: {
      title: "Bir yanıt gönderilemiyor",
      text: "Hiçbir şey gönderilmedi ve girdiğiniz her şey hâlâ burada. Lütfen geri dönüp yazdıklarınıza bakın: biri fazla uzun olabilir.",
    },
    browserTooOld: {
      title: "Bu tarayıcı yanıtınızı mühürleyemiyor",
      text: "Hiçbir şey gönderilmedi. Lütfen bağlantınızı Chrome, Edge, Firefox ya da Safari tarayıcısının güncel bir sürümünde açın.",
    },
  },

  thanks: ({ organization, k, ...when }) => ({
    title: "Teşekkürler. Mühürlü yanıtınız ulaştı.",
    paragraphs: [
      `Kapanışa kadar mühürlü kalır. Planlanan kapanış: ${closing(when)}. O zaman bütün yanıtlar birlikte açılır.`,
      `Sonuçlar hemen ardından, yalnızca en az ${people(k)} içeren gruplar için hesaplanır. ${organizationName(organization)} onları nerede görebileceğinizi size bildirecek.`,
      "Kapanışa kadar yanıtınızı değiştirebilir ya da geri çekebilirsiniz: bağlantınızı bu tarayıcıda yeniden açın. Başka hiçbir tarayıcı bunu yapamaz. Gizli pencerede bu, pencereyi kapattığınızda sona erer.",
    ],
  }),

  keptAfterSending: (lasting) =>
    lasting
      ? "Bu sayfadan ayrıldığınızda ne yanıt verdiğiniz artık bu tarayıcıda saklanmaz. Tarayıcı, kapanışa kadar yanıtınızı değiştirmenizi ya da geri çekmenizi sağlayan bir anahtarı ve bir imzayı, bir de kapanıştan sonra yanıtınızın sayıldığını denetlemenizi sağlayan bir makbuzu saklar."
      : "Bu sayfayı kapattığınızda bu tarayıcı hiçbir şey saklamaz. Kapanıştan sonra yanıtınızın sayıldığını denetlemek isterseniz önce makbuzu metin olarak saklayın.",
  sixWords: {
    title: "Altı sözcükle verilen söz",
    text: "Bu tarayıcı onları sözden hesapladı. Onları bir iş arkadaşınızınkiyle ve e-postanızdakilerle karşılaştırın. Tek bir sözcük bile farklıysa size farklı sözler verilmiştir: yanıt vermeyin ve bunu yüksek sesle söyleyin.",
    group: (number) =>
      `Grubunuzun numarası ${number}. Onu da karşılaştırın: başka kimsenin olmadığı bir grubun numarası başka kimsede olmazdı.`,
    waiting: "Hesaplanıyor …",
  },
  withdraw: {
    offer: "Yanıtlarımı geri çek",
    consequence:
      "Öbürleri gibi mühürlü boş bir oy pusulası onların yerini alır. Sunucuya bu bir düzeltme gibi görünür. Kapanışa kadar bu tarayıcıdan yeniden yanıt verebilirsiniz.",
    button: "Geri çek",
  },
  decline: {
    offer: "Katılmayacağım",
    consequence:
      "Bu, öbürleri gibi mühürlü boş bir oy pusulası gönderir. Sunucuya yanıt vermişsiniz gibi görünür: hatırlatmalar durur ve katılmadığınızı kimse göremez. Kapanışa kadar bu tarayıcıdan yine yanıt verebilirsiniz.",
    button: "Boş pusula gönder",
  },
  how: "Bunu nereden bileceğim?",

  code: {
    title: "Mektubunuzdaki kodu girin",
    text: "Kod, size ait soruları açar. Bakmak bir şey harcamaz: kod ancak gönderdiğinizde kullanılmış sayılır.",
    label: "Kod",
    hint: "Büyük ya da küçük harf, boşluklu ya da boşluksuz, tireli ya da tiresiz.",
    button: "Aç",
    busy: "Açılıyor …",
    faults: {
      empty: "Lütfen mektubunuzda basılı olan kodu girin.",
      malformed: "Bu kod tam değil. Lütfen onu mektubunuzla harf harf karşılaştırın.",
      unknown:
        "Bu kodu tanımıyoruz. Lütfen onu mektubunuzla karşılaştırın. Daha yeni bir mektup eskisinin yerine geçer.",
      wait: "Bu bağlantıdan çok fazla deneme yapıldı. Hiçbir şey kaybolmadı. Lütfen birkaç dakika sonra yeniden deneyin.",
      unreachable:
        "Sunucuya ulaşılamıyor. Hiçbir şey kaybolmadı. Lütfen bağlantınızı denetleyip yeniden deneyin.",
    },
  },
  reminders: {
    title: "Hatırlatmalar durdurulsun mu?",
    text: "Bu anket için artık hatırlatma almazsınız. Bağlantınız geçerli kalır: kapanışa kadar yine yanıt verebilirsiniz.",
    button: "Hatırlatmaları durdur",
    busy: "Durduruluyor …",
    done: {
      title: "Artık hatırlatma yok",
      text: "Bu anket için artık hatırlatma almayacaksınız. Davetinizdeki bağlantıyla kapanışa kadar yine yanıt verebilirsiniz.",
    },
    unknown: {
      title: "Bu bağlantıyı tanımıyoruz",
      text: "Hiçbir şey değişmedi. Kopyalanırken kesilmiş olabilir: lütfen onu doğrudan e-postadan açın.",
    },
    failed: {
      title: "Bu işlem yapılamadı",
      text: "Hatırlatmalar durdurulmadı. Lütfen bağlantınızı denetleyip yeniden deneyin.",
    },
  },
}
