#!/usr/bin/perl

=head1 NAME

Debian::Debhelper::Sequence::optincheck - debhelper add-on that runs dh_optincheck

=head1 SYNOPSIS

In F<debian/control>:

    Build-Depends: debhelper-compat (= 13), dh-sequence-golang, dh-sequence-optincheck

=head1 DESCRIPTION

The add-on runs L<dh_optincheck(1)> after L<dh_auto_test(1)>. To pass flags on,
write in F<debian/rules>:

    override_dh_optincheck:
    	dh_optincheck -- -tags=netgo

=head1 SEE ALSO

L<dh_optincheck(1)>, L<dh(1)>

=cut

use strict;
use warnings;
use Debian::Debhelper::Dh_Lib;

insert_after('dh_auto_test', 'dh_optincheck');

1
