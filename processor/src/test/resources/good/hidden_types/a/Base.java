package a;

/** Its superclass can be used, but not mentioned, from elsewhere. */
public class Base extends Hidden.Root {}
