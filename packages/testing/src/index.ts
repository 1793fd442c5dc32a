export * from './disposable-handler.ts';
export { freePort } from './free-port.ts';
export * from './github-api.ts';
export {
  type LocaltunnelFaults,
  type LocaltunnelServer,
  startLocaltunnelServer,
} from './localtunnel-server.ts';
export { palettePng } from './palette-png.ts';
export { type Picture, readPng, scaledDown } from './picture.ts';
export { type Closeness, comparePictures, type PictureComparison } from './picture-comparison.ts';
export * from './provider-api.ts';
export * from './raw-socket.ts';
export * from './recording-intake.ts';
export * from './stripe-api.ts';
export * from './telegram-api.ts';
export * from './twilio-api.ts';
export * from './vzaps-api.ts';
export * from './zapi-api.ts';
export * from './zavu-api.ts';
