@NullMarked
package org.mmm.rooms;

import org.jspecify.annotations.NullMarked;
