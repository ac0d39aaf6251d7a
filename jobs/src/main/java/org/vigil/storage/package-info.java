/**
 * Files as the store needs them, the same on local disk, HDFS and S3: new files that are durable, one step that makes a name exist with its whole
 * content or tells that another was first, and a lock for one writer. Local disk is served without loading Hadoop.
 */
@NullMarked
package org.vigil.storage;

import org.jspecify.annotations.NullMarked;
