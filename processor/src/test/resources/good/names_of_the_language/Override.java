package com.acme;

public class Override {}
