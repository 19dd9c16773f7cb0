/**
 * The Items: the things that Processes act on, as records with their JSON (MMM-TEC, data types).
 *
 * <p><b>Form.</b> Written is the full form of MMM-TEC V2.2, or, where its schema contradicts
 * itself, what its text intends. Read are also short forms: no Header and no IDs, flat fields, a
 * text for an object that has one field that matters. Room, Parcel, Stream and Data (what a Device
 * captured) are data types of this project with Headers in the standard's manner ({@code MMM-ROM},
 * {@code MMM-PCL}, {@code MMM-STR}, {@code MMM-DAT}); M-Location, U-Location and 3D Model Object
 * keep the Headers of their own that V2.2 merges, because the difference matters here.
 *
 * <p><b>Headers.</b> Any version of a known code of the type is accepted ({@link
 * org.mmm.items.ItemType}), and none at all where the context names the type. The code of another
 * type is refused, naming both.
 *
 * <p><b>Unknown fields</b> are kept as they came and written back, at every level, up to the
 * limits. What is known but has a wrong value is refused. JSON {@code null} says the same as no
 * field.
 *
 * <p><b>Limits</b> ({@link org.mmm.items.Limits}): texts of at most 4,096 characters (DescrMetadata
 * 2,048), arrays and objects of at most 1,000 entries, 16 levels, 64 KiB for a whole Item.
 *
 * <p><b>Errors</b> are {@link org.mmm.items.ItemException}: the path, the rule and the value in one
 * line.
 */
@NullMarked
package org.mmm.items;

import org.jspecify.annotations.NullMarked;
