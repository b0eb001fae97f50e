import { announcement } from "../announcement.ts"
import type { Announcement, AnnouncementFacts } from "../facts.ts"
import { languagesIn } from "../lists.ts"
import { closing, minutes, moment, people, surveyName } from "./words.ts"

export function announcements(facts: AnnouncementFacts): Announcement[] {
  const { k, opensAt, languages, direction = true } = facts
  const survey = `“${surveyName(facts.survey)}”`
  const time = minutes(facts.minutes ?? 6)
  const group = people(k)
  const close = closing(facts)
  const asks = direction
    ? "misyonumuz, vizyonumuz ve stratejimiz günlük işinizde size ne kadar ulaşıyor?"
    : "iş yerinizdeki durumu siz nasıl görüyorsunuz?"
  return [
    announcement({
      id: "head",
      title: "Kurumu yöneten kişiden e-posta",
      subject: `${survey}: görüşünüz önemli`,
      paragraphs: [
        "Merhaba,",
        `Şunu bilmek istiyorum: ${asks} ${survey} adlı ankette hepinize bunu soruyoruz. ${
          opensAt === null ? "" : `Başlangıç: ${moment(opensAt, facts.timeZone)}. `
        }Planlanan kapanış: ${close}.`,
        `E-postayla ya da basılı bir mektupla kişisel bir bağlantı alacaksınız. Telefonda da yaklaşık ${time} sürer. Yanıt verebileceğiniz diller: ${languagesIn(languages, "tr")}. Katılım isteğe bağlıdır ve dilediğiniz soruyu boş bırakabilirsiniz.`,
        `Yanıtınız tarayıcınızda mühürlenir ve ancak kapanıştan sonra, bütün öbür yanıtlarla birlikte açılır. Sonuçlar yalnızca en az ${group} içeren gruplar için gösterilir; hiçbir sayfa kimin yanıt verdiğini ya da tek bir kişinin ne dediğini bana ya da başkasına göstermez. Bunun neyi kapsayıp neyi kapsamadığını ilk sayfa ayrıntılı olarak anlatır.`,
        "Kapanıştan sonra neler duyduğumuzu ve bundan ne çıktığını sizinle paylaşacağız. Zaman ayırdığınız için teşekkürler.",
      ],
      points: [],
    }),
    announcement({
      id: "note",
      title: "İç ağ ya da sohbet için not",
      subject: null,
      paragraphs: [
        `${survey} açık. Planlanan kapanış: ${close}. Telefonda da yaklaşık ${time}. Kişisel bağlantınız posta kutunuzda ya da mektubunuzda.`,
        `Kapanışa kadar mühürlü, hep birlikte açılır, yalnızca en az ${group} içeren gruplar için gösterilir. Bağlantınızı bulamazsanız lütfen önce istenmeyen posta klasörüne bakın, sonra insan kaynaklarına sorun.`,
      ],
      points: [],
    }),
    announcement({
      id: "leaders",
      title: "Ekip yöneticileri için konuşma notları",
      subject: null,
      paragraphs: ["Bir sonraki ekip toplantınızda iki dakika yeter."],
      points: [
        `Konu: ${survey} şunu soruyor: ${asks} Yaklaşık ${time} sürer. Planlanan kapanış: ${close}.`,
        "Nasıl olur: herkesin e-postayla ya da mektupla gelen kişisel bir bağlantısı var. Telefon yeter. Lütfen ekibinize mesai içinde zaman tanıyın.",
        `Verilen söz: yanıtlar mühürlenir, kapanıştan sonra birlikte açılır ve yalnızca en az ${group} içeren gruplar için gösterilir.`,
        "Bunun nelere karşı korumadığı da ilk sayfada yazar. Kuşkusu olan varsa fazlasını vaat etmek yerine o sayfayı gösterin.",
        "Lütfen kimseye yanıt verip vermediğini ya da ne yanıt verdiğini sormayın. Program da size ikisini de söylemez.",
        "Sonrası: kapanıştan sonra sonuçları göreceksiniz ve bunları ekipçe konuşacağız.",
      ],
    }),
    announcement({
      id: "last-days",
      title: "Son günler için not",
      subject: null,
      paragraphs: [
        `${survey} kapanıyor. Planlanan kapanış: ${close}. Hâlâ yanıt vermek isterseniz: bağlantınız davetinizde ve yaklaşık ${time} sürer.`,
        "Yanıt veren herkese teşekkürler.",
      ],
      points: [],
    }),
  ]
}
