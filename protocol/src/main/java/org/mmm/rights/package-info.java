/**
 * Rights and Rules: what a Process may, may not and must do, and how that is decided. Pure: no
 * clock, no randomness, no I/O.
 *
 * <p>A {@link org.mmm.rights.Right} is held by a Process ({@link org.mmm.rights.HeldRights}). What
 * forbids is found there; what permits travels with the request as its {@link
 * org.mmm.rights.Grounds}, and the entity acted upon decides by {@link
 * org.mmm.rights.Authorization} from its own {@link org.mmm.rights.Facts}.
 */
@NullMarked
package org.mmm.rights;

import org.jspecify.annotations.NullMarked;
