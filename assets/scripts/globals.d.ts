// deno-lint-ignore-file no-var -- types know a global by this word only
// What the types of a page do not name: globals of the framework, and what a service worker has.

interface FrameworkLine {
  io: { removeAllListeners(): void };
  removeAllListeners(): void;
  disconnect(): void;
}

/** What the server says to an open page. */
interface Kompas {
  /** This browser may look no longer (`ui/live/wipe.py`). */
  wipe(page?: string, keeps?: boolean): void;
  /** This shared device forgets the compass (`Here.forget`). */
  leave(): void;
  /** A step was done (`Here.celebrate`). */
  celebrate?(): void;
}

declare var kompas: Kompas | undefined;

/** On a live page only. */
declare var socket: FrameworkLine | undefined;
declare var emitEvent: ((name: string, ...details: unknown[]) => void) | undefined;

interface ExtendableEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface ServiceWorkerGlobalScope {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}
