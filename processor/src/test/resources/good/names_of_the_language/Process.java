package com.acme;

public class Process {}
