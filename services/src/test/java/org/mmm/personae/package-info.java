/** Which models are shown, and how the sample Personae are made. */
@NullMarked
package org.mmm.personae;

import org.jspecify.annotations.NullMarked;
