import { takePicturesOfEvents } from './pictures-contract.ts';
import { overFrames, panelFrames } from './screen-frames.ts';

takePicturesOfEvents('what lies over the list', overFrames);
takePicturesOfEvents('the panels', panelFrames);
