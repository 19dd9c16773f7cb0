/** How Personae look: which uploaded models are shown to others. */
@NullMarked
package org.mmm.personae;

import org.jspecify.annotations.NullMarked;
