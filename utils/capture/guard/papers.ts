import type { Shape } from './shapes.ts';

/** Links to a single person's invoice, receipt, booking, appointment, answer or parcel, which whoever holds them may open. */
export const PAPERS: readonly Shape[] = [
  // Stripe's invoices, receipts, payment pages and customer portal, on its hosts and those of its customers
  ['personal', /^[^/]+\/i\/acct_\w+\/((?:live|test)_\w{16,})/d],
  ['personal', /^(?:pay|dashboard)\.stripe\.com\/(?:receipts\/(?:[a-z]+\/)?)([\w-]{16,})/d],
  ['personal', /^[^/]+\/(?:c|g)?\/?pay\/(cs_(?:live|test)_\w{16,})/d],
  ['personal', /^[^/]+\/p\/session\/((?:live|test)_\w{16,})/d],
  // PayPal, Square, QuickBooks, Xero, FreshBooks, Zoho, Wise, Klarna
  ['personal', /^www\.paypal\.com\/invoice\/(?:p\/#|payerView\/details\/|s\/pay\/)((?:INV2-)?[\w-]{12,})/d],
  [
    'personal',
    /^(?:www\.)?squareup\.com\/(?:pay-invoice|receipt\/preview|r|appointments\/book)\/([\w:-]{12,})/d,
  ],
  ['personal', /^connect\.intuit\.com\/(?:t|portal\/app\/\w+\/view)\/(scs-v1-[\w-]{16,})/d],
  ['personal', /^in\.xero\.com\/(\w{20,})/d],
  ['personal', /^my\.freshbooks\.com\/#\/link\/([\w-]{12,})/d],
  ['personal', /^[^/]*\.zoho(?:securepay)?\.\w+\/[^?#]*secure\?(?:[^#&]*&){0,4}C\w*ID=([\w-]{12,})/d],
  // Appointments: Calendly, Cal.com, Acuity, Doodle, YouCanBookMe, HubSpot
  ['personal', /^calendly\.com\/(?:cancellations|reschedulings|invitees|scheduled_events)\/([\w-]{16,})/d],
  ['personal', /^(?:app\.)?cal\.com\/(?:booking|reschedule)\/([\w-]{16,})/d],
  ['personal', /^[^/]+\/schedule\.php\?(?:[^#&]*&){0,6}(?:id(?:\[\]|%5B%5D)|apptId)=([\da-f]{32})/d],
  [
    'personal',
    /^doodle\.com\/(?:meeting\/(?:participate|organize)\/id|bp\/[\w-]+|poll|sign-up-sheet\/participate)\/([\w-]{8,})/d,
  ],
  // Answers bound to whom they were asked of: SurveyMonkey, Qualtrics, Alchemer, LimeSurvey, evasys
  [
    'personal',
    /^[^/]*surveymonkey\.[a-z.]+\/(?:r|tr\/v1\/te|s\.aspx)\/?[^#]*?(?:[?&]sm=|te\/)([\w%-]{16,})/d,
  ],
  ['personal', /^[^/]+\/jfe\/form\/SV_\w+\?(?:[^#&]*&){0,6}(?:Q_DL|Q_R|Q_EED)=([\w-]{12,})/d],
  ['personal', /^[^/]*evasys[^?#]*online(?:\.php)?\?(?:[^#&]*&){0,3}(?:p|pswd|ONLINEID)=([\w-]{5,})/d],
  ['personal', /^(?:[\w-]+\.)?jotform\.com\/edit\/(\d{16,})/d],
  // A name beside a locator, in capitals as on a ticket
  [
    'personal',
    /^[^?#]{0,200}(?:check-?in|boarding|booking|reserv|itinerary|trips?|buchung|prenotaz|flight)[^?#]{0,60}?\/([A-Z\d]{6})\/[A-Z][A-Z'-]{1,30}(?:[/?#]|$)/d,
  ],
  [
    'personal',
    /^[^?#]{0,200}(?:check-?in|boarding|booking|reserv|itinerary|trips?|buchung|prenotaz|flight)[^?#]{0,60}?\/[A-Z][A-Z'-]{1,30}\/((?=[A-Z]*\d)[A-Z\d]{6})(?:[/?#]|$)/d,
  ],
  // An id with a number beside it, as a message on a telephone has them
  [
    'personal',
    /^[^/]+\/(?:[^/?#]+\/){0,3}(?=\w*\d)(?=\w*[a-z])(?=\w*[A-Z])\w{7,24}\/?\?(?:k|key|pin|pass|code|passcode|c)=(\d{4,8})$/d,
  ],
];
