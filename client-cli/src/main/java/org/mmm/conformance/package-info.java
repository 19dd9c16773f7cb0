/** A peer that holds to the protocol as far as one wants it to, and what it finds out by that. */
@NullMarked
package org.mmm.conformance;

import org.jspecify.annotations.NullMarked;
