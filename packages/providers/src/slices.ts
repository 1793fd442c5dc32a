export { atOnce, inSlices, type Sliced } from '@hooktap/core';
