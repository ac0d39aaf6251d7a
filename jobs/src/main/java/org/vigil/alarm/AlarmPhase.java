package org.vigil.alarm;

/** Whether an alarm is the first of its weeks. */
public enum AlarmPhase {
    NEW("new", "New", "The week before was not in alarm"),
    CONTINUING("continuing", "Continuing", "The week before was in alarm too");

    private final String code;
    private final String label;
    private final String definition;

    AlarmPhase(String code, String label, String definition) {
        this.code = code;
        this.label = label;
        this.definition = definition;
    }

    public String code() {
        return code;
    }

    /** Name for people. */
    public String label() {
        return label;
    }

    public String definition() {
        return definition;
    }
}
