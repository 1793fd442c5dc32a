import type { Fresh } from '../../samples/fresh.ts';

type Fields = Record<string, unknown>;
type Content = (fresh: Fresh) => Fields;

const customer = '5511987654321';
const file = (name: string): string => `https://files.example/${name}`;

const notice =
  (notification: string, parameters: unknown[] = [], more: Fields = {}): Content =>
  () => ({
    notification,
    notificationParameters: parameters,
    callId: null,
    ...more,
  });
const group = { isGroup: true, phone: '120363019502650977-group', participantPhone: customer };

/** Each system notice of a ReceivedCallback (`notification`), by the name that stands behind the colon. */
export const receivedNotices: readonly (readonly [variant: string, content: Content])[] = [
  ['payment-declined', notice('PAYMENT_ACTION_REQUEST_DECLINED', [customer, 'BRL', '1000'])],
  ['call', (fresh) => notice('CALL_VOICE', [], { callId: fresh.hex(32).toUpperCase() })(fresh)],
  ['call-missed', (fresh) => notice('CALL_MISSED_VOICE', [], { callId: fresh.hex(32).toUpperCase() })(fresh)],
  [
    'video-call-missed',
    (fresh) => notice('CALL_MISSED_VIDEO', [], { callId: fresh.hex(32).toUpperCase() })(fresh),
  ],
  ['group-create', notice('GROUP_CREATE', [], group)],
  ['group-participant-add', notice('GROUP_PARTICIPANT_ADD', [customer], group)],
  ['group-participant-remove', notice('GROUP_PARTICIPANT_REMOVE', [customer], group)],
  ['group-participant-leave', notice('GROUP_PARTICIPANT_LEAVE', [customer], group)],
  [
    'group-join-request',
    notice('MEMBERSHIP_APPROVAL_REQUEST', [customer], { ...group, requestMethod: 'invite_link' }),
  ],
  [
    'group-join-request-by-member',
    notice('MEMBERSHIP_APPROVAL_REQUEST', [customer, '5511900000000'], {
      ...group,
      requestMethod: 'non_admin_add',
    }),
  ],
  ['group-join-request-revoked', notice('REVOKED_MEMBERSHIP_REQUESTS', [customer], group)],
  [
    'group-link-admins',
    notice('GROUP_MEMBER_LINK_PROPERTY_UPDATE', [], { ...group, linkMode: 'ADMIN_LINK' }),
  ],
  [
    'group-link-all',
    notice('GROUP_MEMBER_LINK_PROPERTY_UPDATE', [], { ...group, linkMode: 'ALL_MEMBER_LINK' }),
  ],
  [
    'newsletter-admin-promote',
    notice('NEWSLETTER_ADMIN_PROMOTE', [customer, 'ADMIN'], { isNewsletter: true }),
  ],
  [
    'newsletter-admin-demote',
    notice('NEWSLETTER_ADMIN_DEMOTE', [customer, 'SUBSCRIBER'], { isNewsletter: true }),
  ],
  [
    'profile-name',
    () => ({ notification: 'PROFILE_NAME_UPDATED', callId: null, profileName: 'Loja Aurora Café' }),
  ],
  [
    'profile-picture',
    () => ({ notification: 'PROFILE_PICTURE_UPDATED', callId: null, updatedPhoto: file('perfil.jpeg') }),
  ],
  ['chat-label', notice('CHAT_LABEL_ASSOCIATION', [{ phone: customer, label: '1', assigned: true }])],
  ['e2e-encrypted', notice('E2E_ENCRYPTED')],
  ['ciphertext', notice('CIPHERTEXT')],
  ['revoke', notice('REVOKE')],
  ['business-verified', notice('BLUE_MSG_SELF_PREMISE_VERIFIED')],
  ['business-unverified', notice('BLUE_MSG_SELF_PREMISE_UNVERIFIED')],
  ['business-to-consumer', notice('BIZ_MOVE_TO_CONSUMER_APP')],
];
