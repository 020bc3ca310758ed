/* What pages do beyond links and forms. Without it everything can still be read and sent. */
"use strict";
