/** Live Rooms, kept as files and read back. */
@org.jspecify.annotations.NullMarked
package org.mmm.recording;
