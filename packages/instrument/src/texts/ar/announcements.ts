import { announcement } from "../announcement.ts"
import type { Announcement, AnnouncementFacts } from "../facts.ts"
import { languagesIn } from "../lists.ts"
import { closing, minutes, moment, people, surveyName } from "./words.ts"

export function announcements(facts: AnnouncementFacts): Announcement[] {
  const { k, opensAt, languages, direction = true } = facts
  const survey = `«${surveyName(facts.survey)}»`
  const time = minutes(facts.minutes ?? 6)
  const group = people(k)
  const close = closing(facts)
  const asks = direction
    ? "إلى أي مدى تصل إليكم رسالتنا ورؤيتنا واستراتيجيتنا في عملكم اليومي"
    : "كيف ترون الأمور في عملكم"
  return [
    announcement({
      id: "head",
      title: "رسالة بريد من المسؤول الأول في المؤسسة",
      subject: `رأيكم يهمنا: ${survey}`,
      paragraphs: [
        "تحية طيبة،",
        `أود أن أعرف ${asks}. هذا ما نسألكم عنه جميعًا في ${survey}، ${
          opensAt === null ? "" : `من ${moment(opensAt, facts.timeZone)} `
        }حتى ${close}.`,
        `يصل إلى كل منكم رابط شخصي، بالبريد الإلكتروني أو في رسالة مطبوعة. يستغرق ذلك نحو ${time}، على الهاتف أيضًا. ويمكن الإجابة بهذه اللغات: ${languagesIn(languages, "ar")}. والمشاركة طوعية، ويمكن ترك أي سؤال دون إجابة.`,
        `تُختم إجابتكم في المتصفح، ولا تُفتح إلا بعد الإغلاق مع سائر الإجابات. ولا تُعرض النتائج إلا لمجموعات لا تقل عن ${group}؛ ولا تبيّن أي صفحة لي ولا لغيري من أجاب أو ما قاله شخص بعينه. وتشرح الصفحة الأولى بالتفصيل ما يشمله ذلك، وما لا يشمله أيضًا.`,
        "بعد الإغلاق نخبركم بما سمعناه وبما سيترتب عليه. شكرًا على وقتكم.",
      ],
      points: [],
    }),
    announcement({
      id: "note",
      title: "إعلان للشبكة الداخلية أو الدردشة",
      subject: null,
      paragraphs: [
        `${survey} مفتوح حتى ${close}. نحو ${time}، على الهاتف أيضًا. تجدون رابطكم الشخصي في بريدكم أو في رسالتكم المطبوعة.`,
        `الإجابات مختومة حتى الإغلاق، وتُفتح معًا، ولا تُعرض إلا لمجموعات لا تقل عن ${group}. إن لم تجدوا الرابط فيرجى النظر أولًا في مجلد البريد غير المرغوب فيه، ثم سؤال الموارد البشرية.`,
      ],
      points: [],
    }),
    announcement({
      id: "leaders",
      title: "نقاط للحديث لمن يقود فريقًا",
      subject: null,
      paragraphs: ["تكفي دقيقتان في اجتماع فريقكم القادم."],
      points: [
        `الموضوع: يسأل ${survey} ${asks}. يستغرق نحو ${time}، وهو مفتوح حتى ${close}.`,
        "الطريقة: لكل شخص رابط شخصي، بالبريد الإلكتروني أو في رسالة مطبوعة، ويكفي الهاتف. يرجى إعطاء الفريق وقتًا لذلك أثناء العمل.",
        `الوعد: تُختم الإجابات، وتُفتح معًا بعد الإغلاق، ولا تُعرض إلا لمجموعات لا تقل عن ${group}.`,
        "ما لا يحمي منه ذلك مكتوب أيضًا في الصفحة الأولى. وإن شك أحد في الأمر فأحيلوه إلى تلك الصفحة بدلًا من وعده بأكثر مما فيها.",
        "يرجى عدم سؤال أحد هل أجاب أو بمَ أجاب. والبرنامج لا يخبركم بهذا ولا بذاك.",
        "ما بعد ذلك: بعد الإغلاق سترون النتائج ونتحدث عنها في الفريق.",
      ],
    }),
    announcement({
      id: "last-days",
      title: "إعلان للأيام الأخيرة",
      subject: null,
      paragraphs: [
        `يُغلق ${survey} يوم ${close}. إن كنتم ما زلتم تودون الإجابة فرابطكم في الدعوة، ويستغرق ذلك نحو ${time}.`,
        "شكرًا لكل من أجاب.",
      ],
      points: [],
    }),
  ]
}
