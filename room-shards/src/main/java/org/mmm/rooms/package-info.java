/**
 * Places: M-Locations, Parcels and Rooms. A place is an Item that others can stand in: who may
 * enter, how many, where, and what it stands in itself.
 */
@NullMarked
package org.mmm.rooms;

import org.jspecify.annotations.NullMarked;
