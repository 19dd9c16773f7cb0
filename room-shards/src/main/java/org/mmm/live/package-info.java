/**
 * Rooms that are watched: what moves in them, many times a second, and never is an event. A live
 * Room stands beside the place that it belongs to and ends with it; on each node one relay for each
 * Room hands the Room's frames to all who watch it there.
 */
@NullMarked
package org.mmm.live;

import org.jspecify.annotations.NullMarked;
