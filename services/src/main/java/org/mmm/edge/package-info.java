/**
 * The MMM-API: HTTP and WebSocket in front of the entities. It parses, bounds, authenticates and
 * answers; it knows HTTP and no rules.
 */
@NullMarked
package org.mmm.edge;

import org.jspecify.annotations.NullMarked;
