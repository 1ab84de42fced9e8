import { loadPolicy } from '../../src/policy/load.ts';
import type { FaqSet } from './faq-set.ts';

/** A town's services: the name in its FAQ, then how people call it. */
const SERVICES = [
  ['passport', 'travel document', 'papers for flying abroad'],
  ['driving licence', "driver's license", 'permission to drive a car'],
  ['identity card', 'national ID', 'id card'],
  ['resident parking permit', 'parking sticker', 'street parking for locals'],
  ['dog licence', 'registering my puppy', 'dog tag'],
  ['building permit', 'permission for an extension', 'construction approval'],
  ['birth certificate', 'birth record', 'proof of being born'],
  ['marriage certificate', 'wedding document', 'proof that we are married'],
  ['death certificate', 'paper after somebody died', 'document for a deceased relative'],
  ['fishing licence', 'angling card', 'permission to catch trout'],
  ['food stall permit', 'selling snacks on the street', 'market booth paper'],
  ['kindergarten place', 'nursery spot', 'childcare from three'],
  ['school transfer', 'changing schools', 'moving my son to another school'],
  ['school bus pass', "pupil's bus ticket", 'ride for school kids'],
  ['housing benefit', 'help with rent', 'rent allowance'],
  ['child benefit', 'money for children', 'family allowance'],
  ['unemployment benefit', 'dole', 'money after losing my job'],
  ['heating grant', 'winter fuel money', 'help with gas bills'],
  ['bulky waste collection', 'picking up an old sofa', 'furniture removal'],
  ['garden waste bin', 'green bin', 'container for leaves'],
  ['hazardous waste drop-off', 'getting rid of paint and batteries', 'old chemicals'],
  ['water connection', 'new pipe to my house', 'being connected to mains water'],
  ['street event permit', 'block party', 'closing the road for a party'],
  ['swimming pool season ticket', 'pool pass', 'unlimited swimming'],
  ['museum pass', 'entry to all museums', 'culture card'],
  ['bus season ticket', 'monthly bus card', 'commuter ticket'],
  ['disabled parking badge', 'blue badge', 'wheelchair parking card'],
  ['taxi licence', 'becoming a cab driver', 'permission to carry passengers'],
  ['business registration', 'starting a company', 'opening a shop officially'],
  ['liquor licence', 'serving beer in my pub', 'permission to sell alcohol'],
  ['voter registration', 'being able to vote', 'getting on the electoral roll'],
  ['name change', 'new surname', 'different first name'],
  ['address registration', 'telling you that I moved', 'new flat, sign in'],
  ['citizenship application', 'naturalisation', 'becoming a citizen'],
  ['residence permit', 'visa to stay', 'permission to live here as a foreigner'],
  ['criminal record check', 'police clearance', 'certificate of good conduct'],
  ['grave lease', 'burial plot', 'cemetery place'],
  ['tree felling permit', 'cutting down my oak', 'remove a big tree'],
  ["market trader's pass", 'selling vegetables every saturday', 'regular stand'],
] as const;

/** What is asked of each service; {n} is its name, {d} a number, {y} what people call it. */
const ASPECTS = [
  {
    heading: 'How do I apply for a {n}?',
    body: "Fill in the form for the {n} on the town's page or at the citizens' desk, sign it and hand it in with the documents that it names.",
    asked: ['how to request {y}', 'where can I get {y}'],
  },
  {
    heading: 'What does a {n} cost?',
    body: 'The fee for the {n} is {d} and is paid when you hand in the form, by card or in cash.',
    asked: ['how much do I pay for {y}', '{y}: price'],
  },
  {
    heading: 'Which documents do I need for a {n}?',
    body: 'For a {n} bring a photo ID, proof of your address and, for minors, the consent of both parents.',
    asked: ['what papers must I bring for {y}', 'what to take along, {y}'],
  },
  {
    heading: 'How long does a {n} take?',
    body: 'A {n} is ready after {d} working days in most cases, and up to twice as long in summer.',
    asked: ['waiting time for {y}', 'when will it be ready, {y}'],
  },
  {
    heading: 'How long is a {n} valid?',
    body: 'The {n} is valid for {d} months from the day of issue.',
    asked: ['does it expire, {y}', 'until what date can I use {y}'],
  },
  {
    heading: 'How do I renew a {n}?',
    body: 'You may extend the {n} from two months before it ends, online, without coming to the desk.',
    asked: ['extend {y}', 'mine ran out, {y}'],
  },
  {
    heading: 'Who may apply for a {n}?',
    body: 'Everybody over 18 with their main residence in the town may ask for a {n}; others need a reason in writing.',
    asked: ['am I eligible for {y}', 'can a student get {y}'],
  },
  {
    heading: 'Can somebody else apply for a {n} for me?',
    body: 'With a signed authority and copies of both IDs a person you trust may hand in the form for the {n}.',
    asked: ['send my husband for {y}', 'on behalf of my mother, {y}'],
  },
  {
    heading: 'I have lost my {n}. What now?',
    body: 'Report the loss of the {n} at the desk or by telephone; a replacement costs half the fee.',
    asked: ['stolen: {y}', 'cannot find any more, {y}'],
  },
  {
    heading: 'How do I cancel a {n}?',
    body: 'Write a line to the office with your reference number; the {n} ends with the month and the rest of the fee is paid back.',
    asked: ['I no longer want {y}', 'stop {y}'],
  },
  {
    heading: 'Is there a discount on a {n}?',
    body: 'Families with three children, pensioners and holders of a town pass pay half for the {n}.',
    asked: ['cheaper for the poor, {y}', 'reduced rate {y}'],
  },
  {
    heading: 'My {n} was refused. What can I do?',
    body: 'Object in writing within a month of the decision on the {n}; a second officer looks at it.',
    asked: ['rejected: {y}', 'appeal against a no for {y}'],
  },
  {
    heading: 'Can I apply for a {n} online?',
    body: 'Yes. Log in with your electronic ID and choose {n} under Services.',
    asked: ['over the internet, {y}', '{y} from home without visiting the office'],
  },
  {
    heading: 'How do I check the status of my {n}?',
    body: 'Enter the reference number of the {n} on the tracking page, or ring the desk.',
    asked: ['is it ready yet, {y}', 'how far are you with {y}'],
  },
  {
    heading: 'Where do I pick up my {n}?',
    body: "The {n} lies at the citizens' desk for six weeks; bring the letter that we sent.",
    asked: ['collect {y}', 'which counter hands out {y}'],
  },
  {
    heading: 'Can I get a {n} urgently?',
    body: 'For {d} more the express service delivers a {n} within three working days.',
    asked: ['I need it tomorrow, {y}', 'speed up {y}'],
  },
  {
    heading: 'What happens without a {n}?',
    body: 'Whoever has no {n} where one is required pays a fine between 20 and {d}00.',
    asked: ['penalty for not having {y}', 'do I really need {y}'],
  },
  {
    heading: 'Who do I contact about a {n}?',
    body: 'Questions about the {n} are answered by desk {d}, telephone 555 01{d}, on weekdays from 8 to 16.',
    asked: ['phone number for {y}', 'speak to a person about {y}'],
  },
  {
    heading: 'Do I need an appointment for a {n}?',
    body: 'For the {n} book a time on the page; without one you wait about an hour.',
    asked: ['book a slot {y}', 'can I just walk in for {y}'],
  },
  {
    heading: 'May I change the details on my {n}?',
    body: 'Errors on the {n} are corrected free of charge within a month, later for the price of a copy.',
    asked: ['wrong spelling on it, {y}', 'correct a mistake, {y}'],
  },
  {
    heading: 'What are my duties with a {n}?',
    body: 'Keep the {n} safe, show it when an officer asks, and tell us within two weeks when your details change.',
    asked: ['rules I have to follow after getting {y}', 'obligations, {y}'],
  },
  {
    heading: 'Can I transfer my {n} to somebody else?',
    body: 'A {n} is personal. It can go to a spouse or heir with form T2, to nobody else.',
    asked: ['give to my brother: {y}', 'hand over {y}'],
  },
  {
    heading: 'How do I pay for a {n} in instalments?',
    body: 'The fee of the {n} may be split into {d} monthly parts if you ask before the bill is due.',
    asked: ['pay bit by bit for {y}', 'monthly rates, {y}'],
  },
  {
    heading: 'How do I complain about a {n}?',
    body: 'Use the complaint form or write to the ombudsman; name the reference of your {n}.',
    asked: ['unhappy with the handling of {y}', 'bad service, {y}'],
  },
] as const;

/**
 * A town's FAQ with 936 entries that differ in few words, as in large FAQs: each service crossed with each aspect.
 * Every third entry is asked for, in turn with the name and as people say it.
 */
export function townFaq(): FaqSet {
  const entries = SERVICES.flatMap((service, at) =>
    ASPECTS.map((aspect, row) => ({
      service,
      aspect,
      number: 11 + (((at * ASPECTS.length + row) * 7) % 83),
    })),
  ).map(({ service, aspect, number }, at) => {
    const names = at % 9 === 0 ? service.slice(0, 1) : service.slice(1);
    const asked = aspect.asked[at % aspect.asked.length] ?? '';
    const filled = (text: string) => text.replaceAll('{n}', service[0]).replaceAll('{d}', String(number));
    return {
      file: `${service[0].replace(/[^a-z]+/g, '-')}.md`,
      heading: filled(aspect.heading),
      body: filled(aspect.body),
      question: asked.replaceAll('{y}', names[at % names.length] ?? service[0]),
    };
  });
  const files = [...new Set(entries.map(({ file }) => file))].map((path) => ({
    path,
    text: entries
      .filter(({ file }) => file === path)
      .map(({ heading, body }) => `## ${heading}\n\n${body}\n`)
      .join('\n'),
  }));
  const { sections } = loadPolicy(files, 'town').policy;
  const questions = entries
    .filter((_, at) => at % 3 === 0)
    .map(({ question, heading }) => ({
      question,
      section: sections.findIndex((section) => section.heading === heading),
    }));
  return { name: 'town', files, questions };
}
