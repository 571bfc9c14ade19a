import Glibc

exit(Application.main())
