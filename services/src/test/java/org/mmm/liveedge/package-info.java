@NullMarked
package org.mmm.liveedge;

import org.jspecify.annotations.NullMarked;
