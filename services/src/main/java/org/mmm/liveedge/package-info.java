/** The live edge: WebSockets on which clients watch live Rooms, and steer Personae in them. */
@NullMarked
package org.mmm.liveedge;

import org.jspecify.annotations.NullMarked;
