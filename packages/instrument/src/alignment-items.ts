import type { Audience, ConstructId, LikertItem } from "./instrument.ts"

/**
 * Likert items, first person, one thought each, worded so that anybody from the head to the newest trainee can answer.
 * Four are reversed, at most one in a construct: enough to notice straight-lining, few enough not to tire readers or
 * to make a factor of the wording. None contains "not", which people overlook and which translates badly.
 */
export const alignmentItems: LikertItem[] = [
  item(
    "mission-clarity",
    1,
    "I can say in my own words what our organization’s mission is.",
    "أستطيع أن أقول بكلماتي ما هي رسالة مؤسستنا.",
  ),
  item(
    "mission-clarity",
    2,
    "I know what our mission means for the decisions I make at work.",
    "أعرف ما تعنيه رسالتنا للقرارات التي أتخذها في عملي.",
  ),
  reversed(
    "mission-clarity",
    3,
    "Our mission is worded so generally that it tells me little.",
    "صياغة رسالتنا عامة إلى حد أنها قليلة المعنى بالنسبة إليّ.",
  ),
  item(
    "mission-clarity",
    4,
    "The people I work with would describe our mission much as I would.",
    "من أعمل معهم سيصفون رسالتنا كما أصفها تقريبًا.",
  ),

  item(
    "vision-clarity",
    1,
    "I know where our organization wants to be in a few years.",
    "أعرف أين تريد مؤسستنا أن تكون بعد بضع سنوات.",
  ),
  item(
    "vision-clarity",
    2,
    "I can picture what will be different here once our vision has become real.",
    "أستطيع أن أتصور ما الذي سيختلف هنا حين تتحقق رؤيتنا.",
  ),
  item(
    "vision-clarity",
    3,
    "I could explain our vision to somebody who has just joined.",
    "أستطيع أن أشرح رؤيتنا لشخص انضم إلينا للتو.",
  ),

  item(
    "strategy",
    1,
    "I know which priorities matter most to our organization at present.",
    "أعرف أي الأولويات هي الأهم لمؤسستنا في الوقت الحاضر.",
  ),
  item(
    "strategy",
    2,
    "I understand why these priorities were chosen over others.",
    "أفهم لماذا اختيرت هذه الأولويات دون غيرها.",
  ),
  reversed(
    "strategy",
    3,
    "When two goals compete, I am often left guessing which one comes first.",
    "حين يتزاحم هدفان، كثيرًا ما أبقى في حيرة أيهما يأتي أولًا.",
  ),
  item(
    "strategy",
    4,
    "I know how our organization means to reach its goals.",
    "أعرف كيف تعتزم مؤسستنا بلوغ أهدافها.",
  ),

  item(
    "line-of-sight",
    1,
    "I can see how my own work contributes to our organization’s goals.",
    "أرى كيف يسهم عملي في أهداف مؤسستنا.",
  ),
  item(
    "line-of-sight",
    2,
    "My own goals follow from the goals of our organization.",
    "أهدافي في العمل نابعة من أهداف مؤسستنا.",
  ),
  item(
    "line-of-sight",
    3,
    "Most of my working time goes into things that serve our priorities.",
    "معظم وقت عملي يذهب إلى ما يخدم أولوياتنا.",
  ),
  item("line-of-sight", 4, "I know who relies on the results of my work.", "أعرف من يعتمد على نتائج عملي."),

  item(
    "leader-communication",
    1,
    "My direct manager explains what our strategy means for our team.",
    "يشرح مديري المباشر ما تعنيه استراتيجيتنا لفريقنا.",
  ),
  item(
    "leader-communication",
    2,
    "What I hear from my direct manager matches what senior leaders say.",
    "ما أسمعه من مديري المباشر يتفق مع ما تقوله القيادة العليا.",
  ),
  item(
    "leader-communication",
    3,
    "When our direction changes, I am told the reasons.",
    "حين يتغير اتجاهنا، تُشرح لي الأسباب.",
  ),
  item(
    "leader-communication",
    4,
    "What our leaders do matches what they say about our direction.",
    "أفعال قادتنا تطابق ما يقولونه عن اتجاهنا.",
  ),

  item(
    "cross-team",
    1,
    "The teams my work depends on pursue the same goals as my team.",
    "الفرق التي يعتمد عليها عملي تسعى إلى أهداف فريقي نفسها.",
  ),
  item(
    "cross-team",
    2,
    "When teams disagree about what comes first, it gets settled.",
    "حين تختلف الفرق على ما يأتي أولًا، يُحسم الخلاف.",
  ),
  reversed(
    "cross-team",
    3,
    "The work of other teams often pulls against ours.",
    "كثيرًا ما يسير عمل فرق أخرى في عكس اتجاه عملنا.",
  ),

  item(
    "feedback",
    1,
    "I can say openly when I think we are moving in the wrong direction.",
    "أستطيع أن أقول صراحةً إنني أرى أننا نسير في الاتجاه الخطأ.",
  ),
  item(
    "feedback",
    2,
    "When we point out a problem, we hear what became of it.",
    "حين ننبه إلى مشكلة، نعرف ما آلت إليه.",
  ),
  reversed(
    "feedback",
    3,
    "Much of what is decided here is dropped along the way.",
    "كثير مما يتقرر هنا يُهمل في منتصف الطريق.",
  ),

  item(
    "explaining",
    1,
    "I am given what I need to explain our strategy to my team.",
    "أحصل على ما أحتاج إليه لأشرح استراتيجيتنا لفريقي.",
    "people-with-reports",
  ),
  item(
    "explaining",
    2,
    "I hear about changes of direction before my team asks me about them.",
    "أعلم بتغيرات الاتجاه قبل أن يسألني عنها فريقي.",
    "people-with-reports",
  ),
  item(
    "explaining",
    3,
    "I can answer when my team asks why our priorities are what they are.",
    "أستطيع أن أجيب حين يسألني فريقي لماذا هذه هي أولوياتنا.",
    "people-with-reports",
  ),
]

function item(
  construct: ConstructId,
  number: number,
  en: string,
  ar: string,
  audience: Audience = "everyone",
): LikertItem {
  return { type: "likert", id: `${construct}-${number}`, construct, text: { en, ar }, audience }
}

function reversed(construct: ConstructId, number: number, en: string, ar: string): LikertItem {
  return { ...item(construct, number, en, ar), reverse: true }
}
