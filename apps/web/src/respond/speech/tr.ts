import type { PageWords } from "../page-words.ts"

export { page as texts } from "@throughline/instrument/texts/tr"

export const words: PageWords = {
  languages: "Dil",
  unreachable: {
    title: "Bu sayfa ankete ulaşamıyor",
    text: "Hiçbir şey kaybolmadı ve bağlantınız kullanılmış sayılmadı. Lütfen internet bağlantınızı denetleyip yeniden deneyin.",
  },
  refused: {
    title: "Sunucu mühürlü yanıtınızı geri çevirdi",
    text: "Yanıt sayılmadı. Girdiğiniz her şey hâlâ bu tarayıcıda. Lütfen bu sayfayı yeniden yükleyip bir daha gönderin; yine olursa sizi davet edene bildirin.",
  },
  unconfirmed: {
    title: "Henüz onaylanmadı",
    text: "Bu tarayıcı yanıtınızı göndermeye başladı, ama onayı yolda kayboldu. Emin olmak için yeniden gönderin; iki kez sayılmaz. Bunu yalnızca bu tarayıcı yapabilir.",
  },
  maybeArrived:
    "Bu tarayıcı son gönderdiği için onay almadı: ulaşmış da olabilir, ulaşmamış da. Makbuzunuz hâlâ burada. Yanıtınızın sayılıp sayılmadığını görmek için “Bunu nereden bileceğim?” sayfasında arayın.",
  welcomeBack: (page, pages) => `Kaldığınız sayfa: ${page} / ${pages}. Yanıtlarınız hâlâ bu tarayıcıda.`,
  keepsNothing:
    "Bu tarayıcı bu sayfa için hiçbir şey saklamıyor. Lütfen tek seferde yanıt verin ve gönderene kadar sayfayı açık bırakın.",
  notKept: {
    title: "Bu tarayıcı yanıtlarınızı saklayamıyor",
    text: "Devam edebilirsiniz; gönderme her zamanki gibi çalışır. Ama lütfen gönderene kadar bu sayfayı açık bırakın.",
  },
  loadingQuestions: "Sorular getiriliyor …",
  remove: {
    offer: "Yanıtımı bu tarayıcıya unuttur",
    consequence:
      "Gönderilen yanıt geçerli kalır. Ama artık kimse onu değiştiremez ya da geri çekemez ve makbuz olmadan kapanıştan sonra kimse onu arayamaz.",
    button: "Unuttur",
    done: { title: "Unutuldu", text: "Bu tarayıcı yanıtınızdan artık hiçbir şey saklamıyor." },
  },
  startOver: { consequence: "Bu tarayıcıda saklanan yanıtlar silinir." },
  answeredSoFar: (answered, asked) =>
    `Yanıtladığınız sorular: ${answered} / ${asked}. Kalanlar boş kalabilir.`,
}
