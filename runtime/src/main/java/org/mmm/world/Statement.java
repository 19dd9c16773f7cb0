package org.mmm.world;

import org.mmm.kernel.Args;
import org.mmm.kernel.Name;

/**
 * One thing that comes into being: a name is claimed, then what it names is founded.
 *
 * @param name its ID
 * @param as what it is
 * @param founding how it begins
 */
record Statement(String name, Name as, Args.Founding founding) {}
