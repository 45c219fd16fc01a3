import type { Shape } from './shapes.ts';

/** Share links and invitations of services where whoever holds the link gets in. */
export const SHARES: readonly Shape[] = [
  // Dropbox: `/s/` and `/sh/` have their key in the path, `/scl/` in `rlkey`.
  ['invite', /^(?:www|dl)\.dropbox(?:usercontent)?\.com\/(?:s|t|transfer)\/([\w-]{12,})/d],
  [
    'invite',
    /^www\.dropbox\.com\/(?:sh\/\w{12,}\/|scl\/f[io]\/\w+\/[^?#]*\?(?:[^#&]*&){0,6}rlkey=)([\w-]{12,})/d,
  ],
  // Google: files and folders opened by link; what is published (`/d/e/…/pub`, `/viewform`) is not.
  [
    'invite',
    /^drive\.google\.com\/(?:a\/[^/?#]+\/)?(?:drive\/)?(?:u\/\d\/)?(?:mobile\/)?(?:file\/d|folders)\/([\w-]{20,})/d,
  ],
  [
    'invite',
    /^drive\.(?:google|usercontent\.google)\.com\/(?:open|uc|download|folderview)\?(?:[^#&]*&){0,6}id=([\w-]{20,})/d,
  ],
  [
    'invite',
    /^docs\.google\.com\/(?:a\/[^/?#]+\/)?(?:document|spreadsheets|presentation|drawings|forms|file)\/(?:u\/\d\/)?d\/([\w-]{20,})/d,
  ],
  // A form that somebody has begun to fill in, or has sent and may change.
  ['invite', /^docs\.google\.com\/forms\/[^?#]*\?(?:[^#&]*&){0,8}(?:entry\.\d+|edit2)=([^&#]+)/d],
  ['invite', /^photos\.(?:app\.goo\.gl\/|google\.com\/share\/)([\w-]{12,})/d],
  ['invite', /^meet\.google\.com\/([a-z]{3}-[a-z]{4}-[a-z]{3})(?:[/?#]|$)/d],
  // Microsoft: https://learn.microsoft.com/en-us/graph/api/shares-get
  ['invite', /^[^/]+\.sharepoint\.com\/:[a-z]:\/(?:[^/?#]+\/){0,6}([\w-]{20,})/d],
  ['invite', /^1drv\.ms\/(?:[a-z]\/){0,2}(?:[cs]\/[\da-f]+\/)?([^/?#]{10,})/d],
  ['invite', /^teams\.microsoft\.com\/l\/meetup-join\/([^/?#]{20,})/d],
  ['invite', /^teams\.(?:microsoft|live)\.com\/meet\/[^?#]*\?p=([\w-]{6,})/d],
  ['invite', /^(?:[^/]+\.)?zoom\.us\/(?:[a-z]{1,3}\/){1,2}[^?#]*\?(?:[^#&]*&){0,6}(?:pwd|tk)=([\w.%-]{4,})/d],
  ['invite', /^(?:[^/]+\.)?zoom\.us\/rec\/(?:share|play)\/([\w.-]{16,})/d],
  ['invite', /^[^/]+\.webex\.com\/[^?#]*\?(?:[^#&]*&){0,6}(?:MTID|RCID)=(\w{16,})/d],
  // A meeting's number with what lets one in, on hosts of companies' own, too: Zoom, Teams, RingCentral, Webex, BlueJeans
  [
    'invite',
    /^[^/]+\/(?:[^/?#]+\/){0,2}(?:j|w|wc|join|meet|meeting|meetings|conference|webinar|webappng\/sites\/[^/?#]+\/meeting)\/(?:[^/?#]+\/)?[\d-]{8,16}(?:\/[^?#]*)?\?(?:[^#&]*&){0,6}(?:p|pw|pwd|password|passcode|pin)=([\w.%-]{4,})/d,
  ],
  ['invite', /^(?:[^/]+\.)?bluejeans\.com\/(?:meet\/)?\d{6,}\/(\w{4,})/d],
  [
    'invite',
    /^(?:[^/]+\.)?(?:zoomgov\.com|zoom\.com(?:\.cn)?)\/(?:[a-z]{1,3}\/){1,2}[^?#]*\?(?:[^#&]*&){0,6}(?:pwd|tk)=([\w.%-]{4,})/d,
  ],
  ['invite', /^join\.skype\.com\/(?:invite\/)?(\w{10,})/d],
  [
    'invite',
    /^(?:meeting\.tencent\.com\/dm|vc\.(?:feishu\.cn|larksuite\.com)\/j|(?:meet|global)\.goto(?:meeting)?\.com\/(?:join\/)?)\/?(\w{9,})/d,
  ],
  // Chats
  ['invite', /^join\.slack\.com\/t\/[^/?#]+\/shared_invite\/([\w~-]{8,})/d],
  ['invite', /^(?:discord\.gg|discord(?:app)?\.com\/invite)\/((?=\w*[A-Z\d])[A-Za-z\d]{6,12})(?:[/?#]|$)/d],
  [
    'invite',
    /^(?:chat\.whatsapp\.com\/(?:invite\/)?|(?:t|telegram)\.me\/(?:\+|%2B|joinchat\/))([\w-]{14,})/d,
  ],
  ['invite', /^signal\.(?:group|me)\/#((?:eu\/)?[\w-]{16,})/d],
  // Files, notes, drawings
  [
    'invite',
    /^(?:www\.|share\.)?icloud\.com\/(?:iclouddrive|photos|notes|pages|numbers|keynote|attachment|sharedalbum)\/#?([\w-]{12,})/d,
  ],
  ['invite', /^(?:[^/]+\.)?box\.com\/[svf]\/(\w{16,})/d],
  ['invite', /^(?:we\.tl\/|(?:[^/]+\.)?wetransfer\.com\/downloads\/[\da-f]+\/)((?:t-)?\w{6,})/d],
  ['invite', /^mega(?:\.co)?\.nz\/(?:(?:file|folder)\/\w+#|#F?!\w+!)([\w-]{16,})/d],
  ['invite', /^(?:www\.)?figma\.com\/(?:file|design|proto|board|slides|deck)\/(\w{16,})/d],
  ['invite', /^(?:www\.)?canva\.com\/design\/[\w-]+\/([\w-]{16,})\//d],
  ['invite', /^(?:www\.)?loom\.com\/share\/([\da-f]{32})/d],
  ['invite', /^airtable\.com\/(?:app\w+\/)?(shr\w{12,})/d],
  ['invite', /^(?:www\.)?overleaf\.com\/(?:read\/)?([a-z]{12}|\d{6,}[a-z]{12})(?:[#?/]|$)/d],
  ['invite', /^miro\.com\/(?:welcomeonboard|app\/board\/[^/?#]+\/\?share_link_id=)\/?([\w=-]{10,})/d],
  ['invite', /^trello\.com\/(?:invite\/)(?:[^/?#]+\/){0,2}([\w-]{16,})/d],
  ['invite', /^[^/]+\.dropboxusercontent\.com\/cd\/\d\/\w+\/([\w-]{40,})/d],
  ['invite', /^classroom\.google\.com\/c\/[^?#]*\?(?:[^#&]*&){0,4}cjc=(\w{5,})/d],
  [
    'invite',
    /^(?:drive\.proton\.me\/urls\/\w+|(?:web|send)\.tresorit\.com\/l\/\w+|drive\.filen\.io\/d\/[\w-]+)#([\w-]{8,})/d,
  ],
  ['invite', /^(?:www\.)?evernote\.com\/shard\/\w+\/(?:sh|client\/snv|res)\/[\w-]+\/([\w-]{16,})/d],
  ['invite', /^(?:documentcloud|acrobat|new\.express)\.adobe\.com\/[^#]*(urn(?::|%3A)aaid[\w:%-]{16,})/di],
  ['invite', /^(?:app\.hellosign\.com\/sign|app\.pandadoc\.com\/(?:document|p|s))\/(\w{20,})/d],
  ['invite', /^(?:line\.me\/(?:R\/)?ti\/g2?|m\.me\/j)\/([\w-]{8,})/d],
  ['invite', /^slack-files\.com\/(\w+-\w+-[\da-f]{10})/d],
  ['invite', /^paper\.dropbox\.com\/doc\/([^/?#]{20,})/d],
  ['invite', /^[^/]*\.boxcloud\.com\/d\/\d\/([^/?#]{20,})/d],
  ['invite', /^share\.1password\.(?:com|eu|ca)\/s#([\w-]{16,})/d],
  ['invite', /^send\.bitwarden\.com\/#[\w-]{16,}\/([\w-]{16,})/d],
  ['invite', /^(?:us\.|eu\.)?pwpush\.com\/(?:\w\w\/)?[prf]\/([\w-]{8,})/d],
  ['invite', /^s\.team\/p\/[\w-]+\/(\w{6,})/d],
  ['invite', /^[^/]+\/#\/[sfcd]\/[\da-f-]{36}\/([\w-]{16,})/d],
  ['invite', /^calendly\.com\/d\/([a-z\d]{3,4}(?:-[a-z\d]{3,4}){1,2})(?:[/?#]|$)/d],
  ['invite', /^[^/]+\/(?:[^/?#]+\/){0,2}sharing\/([A-Za-z\d]{9})\/?(?:[?#]|$)/d],
  // Videos that no list has; playlists that one may write to
  ['invite', /^vimeo\.com\/(?:\d+\/|[^?#]*\?(?:[^#&]*&){0,4}h=)([\da-f]{10})(?:[/?&#]|$)/d],
  ['invite', /^player\.vimeo\.com\/video\/\d+\?(?:[^#&]*&){0,4}h=([\da-f]{10})/d],
  ['invite', /^open\.spotify\.com\/[^?#]*\?(?:[^#&]*&){0,4}pt=([\da-f]{32})/d],
  // BigBlueButton's rooms; Seafile's links
  ['invite', /^[^/]+\/(?:rooms|b)\/([a-z\d]{3}(?:-[a-z\d]{3}){2,3})(?:[/?#]|$)/d],
  ['invite', /^[^/]+\/(?:f|d|u\/d)\/(?<random>[\da-f]{20})\/?(?:[?#]|$)/d],
  // Nextcloud and ownCloud: 15 letters and digits
  [
    'invite',
    /^[^/]+\/(?:[^/?#]+\/){0,3}s\/([A-Za-z\d]{15})(?:\/(?:download|preview|authenticate)[^/]*)?(?:[?#]|$)/d,
  ],
  // DocuSeal, Metabase, Umami, Nextcloud's Talk, SnapPass, Rocket.Chat, Canvas
  ['invite', /^[^/]+\/s\/(?<random>[A-Za-z\d]{14})(?:[?#]|$)/d],
  [
    'invite',
    /^[^/]+\/(?:[^/?#]+\/){0,3}(?:public|external|embed\/public)\/(?:dashboard|question|report|board|document|collection|link|file)s?\/(?<random>[\w-]{16,})/d,
  ],
  ['invite', /^[^/]+\/share\/([A-Za-z\d]{16})\/[\w-]+(?:\.[\w-]+)+\/?(?:[?#]|$)/d],
  ['invite', /^[^/]+\/(?:index\.php\/)?call\/((?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{8})(?:[/?#]|$)/d],
  ['invite', /^[^/]+\/(?:[^/?#]+\/)?(\w{0,16}[\da-f]{32}~[\w-]{43})/d],
  ['invite', /^[^/]+\/invite\/((?=\w*\d)(?=\w*[a-z])(?=\w*[A-Z])\w{6,7})(?:[?#]|$)/d],
  ['invite', /^[^/]+\/enroll\/((?=[A-Z]*\d)[A-Z\d]{6})(?:[?#]|$)/d],
  // Pads that only who has their name finds
  [
    'invite',
    /^(?:hackmd\.io|(?:ether|code|crypt)?pad\.[^/]+|(?:hedgedoc|codimd|md)\.[^/]+)\/(?:p\/)?(?<random>[\w-]{16,})(?:[/?#]|$)/d,
  ],
  // Keys behind `#`, which no server sees: PrivateBin, Excalidraw, Bitwarden's Send, CryptPad, Firefox Send's heirs
  ['invite', /^[^/]+\/(?:[^?#]*)\?[\da-f]{16}#(-?[A-Za-z\d+/]{40,45})/d],
  ['invite', /^[^/]+\/#(?:room|json)=([\w-]{4,},[\w-]{16,})/d],
  ['invite', /^[^/]+\/#\/?send\/[\w-]{16,}\/([\w-]{16,})/d],
  ['invite', /^[^/]+\/(?:[^?#]*)#\/\d\/[a-z]+\/(?:edit|view)\/([\w+-]{16,})/d],
  ['invite', /^send\.[^/]+\/(?:download\/)?[\da-f]{10,16}\/?#([\w-]{16,})/d],
];
