import type { PageTexts } from "../page-texts.ts"
import { closing, minutes, organizationName, people } from "./words.ts"

export const page: PageTexts = {
  language: "tr",
  direction: "ltr",
  windowTitle: "Yanıtınız, mühürlü",

  promise: ({ organization, invitedInGroup, k, direction = true, ownWords = true, ...facts }) => ({
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
        title: "Kimlerle birlikte sayılırsınız",
        text: `Grubunuzda sizinle birlikte ${people(invitedInGroup)} davetli. Kapanıştan sonra gruplar, her birinde en az ${people(k)} yanıt vermiş olana kadar birleştirilir.`,
      },
      {
        title: "Kimsenin göremediği",
        text: `Sayısı ${people(k)} altında kalan grupların sonuçları; ne tabloda, ne grafikte, ne de dışa aktarılan dosyada. Toplamda yanıt verenler ${people(k)} altında kalırsa hiçbir şey gösterilmez.`,
      },
      {
        title: "Kapanışa kadar mühürlü",
        text: `Yanıtlarınız gönderilmeden önce bu tarayıcıda mühürlenir (şifrelenir) ve anket kapanana kadar mühürlü saklanır. Planlanan kapanış: ${closing(facts)}; daha erken de kapatılabilir. O zaman bütün yanıtlar karıştırılır ve hep birlikte, tek seferde açılır.`,
      },
      ...(ownWords
        ? [
            {
              title: "Kendi yazdıklarınız",
              text: `Kendi sözleriniz öbür yanıtlarınızdan ayrı ve karıştırılmış olarak, en az ${people(Math.max(k, 10))} yanıt vermiş gruplar içinde saklanır. Toplamda daha az kişi yanıt verirse sözleriniz saklanmaz. Yine de birisi yazış biçiminizi tanıyabilir: adları ve yalnızca sizin bilebileceğiniz şeyleri yazmayın.`,
            },
          ]
        : []),
    ],
    limits: {
      title: "Bunun sizi korumadığı durumlar",
      points: [
        "Bağlantınız, yanıt verme hakkınızdır. Gönderirken mühürlü yanıtınızı alan sunucu, yanıtın hangi bağlantıyla geldiğini görür. Bu ilişkiyi saklamaz.",
        "Sunucuyu işleten, yanıtları açan anahtarı da veritabanının dışında saklar; program onu yalnızca kapanıştan sonra kullanır. Sunucuyu işleten ve programı değiştiren ya da kendi kayıtlarını tutan biri, bir yanıtı bir bağlantıyla eşleştirip açabilir. Bu sürüm bunu dışlayamaz.",
        "Kişi listesini hazırlayan, grubunuza uydurma kişiler ekleyip onların yerine yanıt verebilir ve böylece sizin yanıtınızı hesaplayabilir.",
        "Bu sayfanın kendisi de sunucudan gelir; sunucu size iş arkadaşlarınıza gösterdiğinden başka bir söz gösterebilir. Birbirinizinkiyle karşılaştırabileceğiniz parmak izi henüz yok.",
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
    hint: "O zaman bu tarayıcıda hiçbir şey saklanmaz: tek seferde yanıt verirsiniz ve yanıtınızı sonra değiştiremezsiniz.",
  },
  buttons: {
    start: "Başla",
    resume: "Kaldığım yerden devam et",
    startOver: "Baştan başla",
    next: "İleri",
    back: "Geri",
    send: "Mühürle ve gönder",
    sendCorrection: "Yeni yanıtı mühürle ve gönder",
    correct: "Yanıtımı değiştir",
    retry: "Yeniden gönder",
    reload: "Yeniden dene",
  },
  busy: { loading: "Bağlantınız açılıyor …", sending: "Mühürlenip gönderiliyor …" },

  states: {
    answered: (facts) => ({
      title: "Yanıtınız ulaştı",
      text: `Bu tarayıcıyla yanıt verdiniz. Kapanışa kadar yanıtınızı burada değiştirebilirsiniz. Planlanan kapanış: ${closing(facts)}.`,
    }),
    answeredElsewhere: {
      title: "Bu bağlantı zaten kullanıldı",
      text: "Onunla başka bir tarayıcıdan ya da cihazdan bir yanıt gönderildi. O yanıt geçerli; yapacak bir şey kalmadı. Onu yalnızca o tarayıcı değiştirebilir. Gönderen siz değilseniz lütfen sizi davet edene bildirin.",
    },
    otherDevice: {
      title: "Başka bir cihazda zaten yanıtlandı",
      text: "Siz burada yanıt verirken bağlantınızla başka bir yerden bir yanıt gönderildi. Geçerli olan odur; burada girdikleriniz gönderilmedi. Onu yalnızca öbür cihaz değiştirebilir.",
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
      "Kapanışa kadar yanıtınızı değiştirebilirsiniz: bağlantınızı bu tarayıcıda yeniden açın. Başka hiçbir tarayıcı bunu yapamaz. Gizli pencerede bu, pencereyi kapattığınızda sona erer.",
    ],
  }),

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
