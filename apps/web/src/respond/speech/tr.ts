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
    title: "Yanıtınız büyük olasılıkla ulaştı",
    text: "Bu tarayıcıdan gönderildi, ama onayı yolda kayboldu. Emin olmak için yeniden gönderin; iki kez sayılmaz.",
  },
  welcomeBack: (page, pages) => `Kaldığınız sayfa: ${page} / ${pages}. Yanıtlarınız hâlâ bu tarayıcıda.`,
  keepsNothing:
    "Bu tarayıcı bu sayfa için hiçbir şey saklamıyor. Lütfen tek seferde yanıt verin ve gönderene kadar sayfayı açık bırakın.",
  notKept: {
    title: "Bu tarayıcı yanıtlarınızı saklayamıyor",
    text: "Devam edebilirsiniz; gönderme her zamanki gibi çalışır. Ama lütfen gönderene kadar bu sayfayı açık bırakın.",
  },
  loadingQuestions: "Sorular getiriliyor …",
  remove: {
    offer: "Yanıtlarımı bu tarayıcıdan kaldır",
    consequence:
      "Gönderilen yanıt geçerli kalır. Ama bu tarayıcı yanıtlarınızı unutur ve artık kimse onları değiştiremez.",
    button: "Kaldır",
    done: { title: "Kaldırıldı", text: "Bu tarayıcı yanıtlarınızdan artık hiçbir şey saklamıyor." },
  },
  startOver: { consequence: "Bu tarayıcıda saklanan yanıtlar silinir." },
  answeredSoFar: (answered, asked) =>
    `Yanıtladığınız sorular: ${answered} / ${asked}. Kalanlar boş kalabilir.`,
}
