import * as z from 'zod';

// The page's policy forbids `new Function`; zod would try it first and have the browser report it.
z.config({ jitless: true });
