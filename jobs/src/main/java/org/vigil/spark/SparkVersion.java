package org.vigil.spark;

import org.apache.spark.SparkConf;

/** The version of Spark that does the work, which on a cluster need not be the one that was built with. */
public final class SparkVersion {
    private SparkVersion() {}

    /** As its library states it; {@code unknown} where the library states none. */
    public static String text() {
        String version = SparkConf.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }
}
