export * from './disposable-handler.ts';
export {
  type LocaltunnelFaults,
  type LocaltunnelServer,
  startLocaltunnelServer,
} from './localtunnel-server.ts';
export * from './raw-socket.ts';
export * from './recording-intake.ts';
