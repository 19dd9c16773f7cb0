/** The Parcel Service of the paper: land on offer becomes the User's who selects it. */
@NullMarked
package org.mmm.parcels;

import org.jspecify.annotations.NullMarked;
