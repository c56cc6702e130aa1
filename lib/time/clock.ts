/** Where "now" comes from; tests and the demo pass their own. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
