import { eventFrames } from './event-frames.ts';
import { takePicturesOfEvents } from './pictures-contract.ts';

takePicturesOfEvents('one event', eventFrames);
