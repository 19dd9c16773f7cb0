/**
 * The Resolution Service: what it remembers of other M-Instances, of what it sends them and of what
 * came from them. Pure; how it is carried is in {@link org.mmm.federation}.
 */
@NullMarked
package org.mmm.resolution;

import org.jspecify.annotations.NullMarked;
