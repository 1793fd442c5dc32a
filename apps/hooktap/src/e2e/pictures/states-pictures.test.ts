import { takePictures, takePicturesOfEvents } from './pictures-contract.ts';
import { sizeFrames } from './size-frames.ts';
import { firstRunFrames, stateFrames } from './state-frames.ts';

takePictures('before the first event', firstRunFrames, async () => null);
takePicturesOfEvents('other sizes', sizeFrames);
takePicturesOfEvents('the states of the way in, the list and the connection', stateFrames);
